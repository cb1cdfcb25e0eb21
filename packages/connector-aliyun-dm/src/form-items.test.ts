import { connectorConfigFormItemGuard } from '@logto/connector-kit';
import { expect, test } from 'vitest';
import { configGuard } from './config-guard.ts';
import { defaultTemplates } from './default-templates.ts';
import { formItems } from './form-items.ts';

const byKey = new Map(formItems.map((item) => [item.key, item]));

test('the kit takes every item', () => {
  expect(connectorConfigFormItemGuard.array().safeParse(formItems).success).toBe(true);
});

test('every field of the configuration has an item, and no other', () => {
  const fields = Object.keys(configGuard.innerType().shape);
  expect([...byKey.keys()].toSorted()).toEqual(fields.toSorted());
});

test('the required fields are marked, and come before the optional ones of their group', () => {
  const required = formItems.filter((item) => item.required).map(({ key }) => key);
  expect(required).toEqual(['accessKeyId', 'accessKeySecret', 'accountName', 'templates']);
});

test.each(formItems)('$key is described in English and Chinese, with a placeholder', (item) => {
  expect(item.description).toMatch(/^[A-Z0-9][^\p{Script=Han}]+\. \/ .*\p{Script=Han}.*。$/u);
  expect(item.label).not.toBe('');
  // A switch has no room for one.
  expect(item.placeholder === undefined).toBe(item.type === 'Switch');
});

test('secrets are confidential, and nothing else is', () => {
  const confidential = formItems.filter((item) => item.isConfidential).map(({ key }) => key);
  expect(confidential).toEqual(['accessKeySecret', 'securityToken']);
});

test('what the form starts with is valid once the keys are filled in', () => {
  const defaults = Object.fromEntries(
    formItems.map(({ key, defaultValue }) => [key, defaultValue]),
  );
  const filled = { ...defaults, accessKeyId: 'a', accessKeySecret: 'b', accountName: 'c@d.e' };
  expect(configGuard.safeParse(filled)).toMatchObject({ success: true });
});

test('there is a template to start with for every type of Logto', () => {
  expect(defaultTemplates.map(({ usageType }) => usageType).toSorted()).toEqual([
    'BindMfa',
    'BindNewIdentifier',
    'ForgotPassword',
    'Generic',
    'MfaVerification',
    'OrganizationInvitation',
    'Register',
    'SignIn',
    'UserPermissionValidation',
  ]);
});

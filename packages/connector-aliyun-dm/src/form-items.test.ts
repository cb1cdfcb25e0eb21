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
  expect([...byKey.keys()]).toEqual(fields);
});

test('what every configuration needs is marked; a key is not, as other sources go without', () => {
  const required = formItems.filter((item) => item.required).map(({ key }) => key);
  expect(required).toEqual(['accountName', 'templates']);
});

test('fields of another source are hidden, and those of the default one never', () => {
  const shown = formItems.map(({ key, showConditions }) => [key, showConditions?.[0]?.expectValue]);
  expect(shown.filter(([, value]) => value !== undefined)).toEqual([
    ['roleName', 'ecsRamRole'],
    ['oidcProviderArn', 'oidc'],
    ['oidcTokenFile', 'oidc'],
    ['metadataEndpoint', 'ecsRamRole'],
  ]);
});

test('a field of JSON has a value to start with, or the Console would refuse to save the form', () => {
  for (const { type, defaultValue } of formItems) {
    expect(type !== 'Json' || defaultValue !== undefined).toBe(true);
  }
});

test('a region that is closed is not offered', () => {
  const item = byKey.get('regionId');
  const values = item?.type === 'Select' ? item.selectItems.map(({ value }) => value) : [];
  expect(values).toEqual(['cn-hangzhou', 'ap-southeast-1', 'us-east-1', 'eu-central-1']);
});

test.each(formItems)('$key is described in English and Chinese, with a placeholder', (item) => {
  expect(item.description).toMatch(/^[A-Z0-9][^\p{Script=Han}]+\. \/ .*\p{Script=Han}.*。$/u);
  expect(item.label).not.toBe('');
  // Neither a switch nor a list has room for one.
  expect(item.placeholder === undefined).toBe(['Switch', 'Select'].includes(item.type));
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

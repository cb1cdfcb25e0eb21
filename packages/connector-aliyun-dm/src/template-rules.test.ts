import { expect, test } from 'vitest';
import type { ConfiguredTemplate } from './config.ts';
import { templateProblems } from './template-rules.ts';

function template(usageType: string, content = '{{code}}', subject = 'Code'): ConfiguredTemplate {
  return {
    usageType,
    subject,
    content,
  };
}
const required = ['SignIn', 'Register', 'ForgotPassword', 'Generic'].map((type) => template(type));

function messagesOf(templates: ConfiguredTemplate[]) {
  return templateProblems(templates).map(({ message }) => message);
}

test('the four required types with a code are enough', () => {
  expect(messagesOf(required)).toEqual([]);
});

test('missing types are named', () => {
  expect(messagesOf(required.slice(0, 2))).toEqual([
    'templates has none for ForgotPassword, Generic: add one for each.',
  ]);
});

test.each([
  'SignIn',
  'Register',
  'ForgotPassword',
  'Generic',
  'UserPermissionValidation',
  'BindNewIdentifier',
  'MfaVerification',
  'BindMfa',
])('a template %s without a code or a link is named', (type) => {
  expect(templateProblems([template(type, 'Hello'), ...required])).toEqual([
    {
      path: ['templates', 0, 'content'],
      message: `The template ${type} has neither {{code}} nor {{link}}: put one of them into its content.`,
    },
  ]);
});

test.each([
  ['a spaced code', template('SignIn', '{{ code }}')],
  ['a link', template('SignIn', '<a href="{{link}}">Sign in</a>')],
  ['a code in the subject', template('SignIn', 'See the subject', '{{code}} is your code')],
  ['an invitation without either', template('OrganizationInvitation', 'Welcome')],
  ['a type of a later Logto', template('SomethingNew', 'Hello')],
  ['both bodies', { ...template('SignIn'), text: '{{code}}' }],
  [
    'a template of Direct Mail',
    { usageType: 'SignIn', subject: 'S', templateId: 't', templateData: { a: '{{code}}' } },
  ],
])('%s will do', (_, one) => {
  expect(messagesOf([one, ...required])).toEqual([]);
});

test.each([
  ['a plain text without it', { ...template('SignIn'), text: 'Hello' }],
  ['a template of Direct Mail without it', { ...template('SignIn'), templateId: 't' }],
])('%s locks its reader out', (_, one) => {
  expect(messagesOf([one, ...required])).toHaveLength(1);
});

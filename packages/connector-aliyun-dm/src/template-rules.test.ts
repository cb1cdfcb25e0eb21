import { expect, test } from 'vitest';
import { templateProblems } from './template-rules.ts';

function template(usageType: string, content = '{{code}}', subject = 'Code') {
  return {
    usageType,
    subject,
    content,
  };
}
const required = ['SignIn', 'Register', 'ForgotPassword', 'Generic'].map((type) => template(type));

test('the four required types with a code are enough', () => {
  expect(templateProblems(required)).toEqual([]);
});

test('missing types are named', () => {
  expect(templateProblems(required.slice(0, 2))).toEqual([
    'templates has none for ForgotPassword, Generic: add one for each.',
  ]);
});

test.each([
  'SignIn',
  'Generic',
  'UserPermissionValidation',
  'BindNewIdentifier',
  'MfaVerification',
  'BindMfa',
])('a template %s without a code or a link is named', (type) => {
  expect(templateProblems([template(type, 'Hello'), ...required])).toEqual([
    `The template ${type} has neither {{code}} nor {{link}}: put one of them into its content.`,
  ]);
});

test.each([
  ['a spaced code', template('SignIn', '{{ code }}')],
  ['a link', template('SignIn', '<a href="{{link}}">Sign in</a>')],
  ['a code in the subject', template('SignIn', 'See the subject', '{{code}} is your code')],
  ['an invitation without either', template('OrganizationInvitation', 'Welcome')],
  ['a type of a later Logto', template('SomethingNew', 'Hello')],
])('%s will do', (_, one) => {
  expect(templateProblems([one, ...required])).toEqual([]);
});

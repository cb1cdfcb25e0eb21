import { expect, it } from 'vitest';
import { usageTypeOf } from './usage-type.ts';

it.each([
  ['SignIn', { tag: 'SignIn' }],
  ['ForgotPassword', { tag: 'example-forgot_password', subject: 'Sign in' }],
  ['BindMfa', { tag: 'bind-mfa' }],
  ['Register', { headers: { 'X-User-UsageType': 'Register' }, subject: 'Sign in' }],
  ['SignIn', { tag: 'newsletter', subject: 'Log in to Example' }],
  ['Register', { subject: '注册验证码' }],
  ['ForgotPassword', { subject: '重置密码' }],
  ['OrganizationInvitation', { subject: 'You are invited' }],
  ['Generic', { subject: 'Your verification code' }],
  [null, { subject: 'Hello' }],
])('%s: %j', (usageType, mail) => {
  expect(usageTypeOf({ tag: '', headers: {}, subject: '', ...mail })).toBe(usageType);
});

import type { AliyunDmConfig } from '../src/config.ts';

const template = (usageType: string) => ({
  usageType,
  subject: `${usageType} code`,
  content: '<p>{{code}}</p>',
});

/** A valid configuration, changed as the test needs. */
export const config = (changes: Partial<AliyunDmConfig> = {}): AliyunDmConfig => ({
  accessKeyId: 'testid',
  accessKeySecret: 'testsecret',
  accountName: 'no-reply@mail.example.com',
  templates: ['SignIn', 'Register', 'ForgotPassword', 'Generic'].map(template),
  ...changes,
});

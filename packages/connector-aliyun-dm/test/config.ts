import type { AliyunDmConfig } from '../src/config.ts';

function template(usageType: string) {
  return {
    usageType,
    subject: `${usageType} code`,
    content: '<p>{{code}}</p>',
  };
}

/** A valid configuration, changed as the test needs. */
export function config(changes: Partial<AliyunDmConfig> = {}): AliyunDmConfig {
  return {
    accessKeyId: 'testid',
    accessKeySecret: 'testsecret',
    accountName: 'no-reply@mail.example.com',
    templates: ['SignIn', 'Register', 'ForgotPassword', 'Generic'].map(template),
    ...changes,
  };
}

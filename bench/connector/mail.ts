/** The mail that every contender sends: a code in a template of an ordinary size. */
const paragraph = '<p style="font:16px/1.5 sans-serif">Enter this code to sign in: {{code}}</p>\n';

export const to = 'ada@example.com';
export const payload = { code: '135790', locale: 'en' };
export const content = paragraph.repeat(20);
export const subject = 'Your sign-in code';

export const config = {
  accessKeyId: 'testid',
  accessKeySecret: 'testsecret',
  accountName: 'no-reply@mail.example.com',
  fromAlias: 'Example',
  templates: ['SignIn', 'Register', 'ForgotPassword', 'Generic'].map((usageType) => ({
    usageType,
    subject,
    content,
  })),
};

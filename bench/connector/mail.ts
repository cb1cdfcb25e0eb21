/** The mail that every contender sends: a code in a template of an ordinary size. */
const paragraph =
  '<p style="font:16px/1.5 sans-serif">If you did not ask for this, ignore it.</p>\n';

export const to = 'ada@example.com';
export const payload = { code: '135790', locale: 'en' };
export const content = `<h1>Your code is {{code}}</h1>\n${paragraph.repeat(20)}`;
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

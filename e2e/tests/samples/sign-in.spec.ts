import { expect, test } from '../../src/fixtures.ts';
import { codeIn } from '../../src/mail.ts';

test('signs out of the sample and of Logto, and in again', async ({ sample, logto, visitor }) => {
  await visitor.register(sample);
  await sample.signOut();
  await sample.expectSignedOut();
  await sample.page.reload();
  await sample.expectSignedOut();

  // Logto's own session is over too: it asks for the address again.
  await sample.signIn();
  await logto.signInWith(visitor.address);
  const mail = await visitor.readMail();
  expect(mail).toMatchObject({ subject: 'Your sign-in code', usageType: 'SignIn' });
  await logto.enterCode(codeIn(mail));
  await sample.expectSignedIn(visitor.address);
});

test('an unknown address at sign-in: cancel, then create the account', async ({
  sample,
  logto,
  visitor,
}) => {
  await sample.open();
  await sample.signIn();
  await logto.signInWith(visitor.address);
  const code = await visitor.readCode();
  await logto.enterCode(code);
  await logto.answerDialog(`No account found for ${visitor.address}.`, 'Cancel');
  await expect(logto.dialog).toHaveCount(0);

  await sample.open();
  await sample.expectSignedOut();
  await sample.signIn();
  await logto.signInWith(visitor.address);
  await logto.enterCode(await visitor.readCode());
  await logto.answerDialog('Create a new one?', 'Continue');
  await sample.expectSignedIn(visitor.address);
});

test('a wrong code is refused, the right one after it is taken', async ({
  sample,
  logto,
  visitor,
}) => {
  await sample.open();
  await sample.createAccount();
  await logto.registerWith(visitor.address);
  const code = await visitor.readCode();
  await logto.enterCode(code === '000000' ? '000001' : '000000');
  await expect(logto.alert).toHaveText('Invalid verification code.');
  await logto.enterCode(code);
  await sample.expectSignedIn(visitor.address);
});

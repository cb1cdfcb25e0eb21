import { randomUUID } from 'node:crypto';
import { expect, test } from '../../src/fixtures.ts';
import { codeIn } from '../../src/mail.ts';

test('registers with a password, signs in with it, and with a new one when it is forgotten', async ({
  sample,
  logto,
  visitor,
  mailbox,
}) => {
  // Four sign-ins, each with a password that Logto takes its time to hash.
  test.slow();
  const password = randomUUID();
  await sample.open();
  await sample.createAccount();
  await logto.registerWith(visitor.address);
  await logto.enterCode(await visitor.readCode());
  await logto.choosePassword('Set password', 'short');
  await expect(logto.alert).toContainText('Minimum length is 8.');
  await logto.choosePassword('Set password', password);
  await sample.expectSignedIn(visitor.address);
  await sample.signOut();
  await sample.expectSignedOut();

  await sample.signIn();
  await logto.signInWith(visitor.address);
  await logto.enterPassword('not the password');
  await expect(logto.alert).toContainText('Incorrect account or password.');
  await logto.enterPassword(password);
  await sample.expectSignedIn(visitor.address);
  expect(await mailbox.count(visitor.address)).toBe(1);
  await sample.signOut();
  await sample.expectSignedOut();

  await sample.signIn();
  await logto.signInWith(visitor.address);
  await logto.forgotPassword();
  const mail = await visitor.readMail();
  expect(mail).toMatchObject({ subject: 'Reset your password', usageType: 'ForgotPassword' });
  await logto.enterCode(codeIn(mail));
  const other = randomUUID();
  await logto.choosePassword('New password', other);
  await expect(logto.toast).toContainText('Password changed');
  await logto.signInWith(visitor.address);
  await logto.enterPassword(other);
  await sample.expectSignedIn(visitor.address);
});

test('with passwords on, a code still signs in', async ({ sample, logto, visitor }) => {
  await sample.open();
  await sample.createAccount();
  await logto.registerWith(visitor.address);
  await logto.enterCode(await visitor.readCode());
  await logto.choosePassword('Set password', randomUUID());
  await sample.expectSignedIn(visitor.address);
  await sample.signOut();
  await sample.expectSignedOut();

  await sample.signIn();
  await logto.signInWith(visitor.address);
  await logto.useCode();
  await logto.enterCode(await visitor.readCode());
  await sample.expectSignedIn(visitor.address);
});

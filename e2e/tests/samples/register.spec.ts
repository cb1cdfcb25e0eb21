import { expect, test } from '../../src/fixtures.ts';
import { codeIn } from '../../src/mail.ts';

test('registers with a new address and the code from the mail', async ({
  sample,
  logto,
  visitor,
  mailbox,
}) => {
  await sample.open();
  await sample.expectSignedOut();
  await sample.createAccount();
  await logto.registerWith(visitor.address);

  const mail = await visitor.readMail();
  expect(mail.from).toEqual({ address: 'no-reply@mail.example.com', name: 'Bookstore' });
  expect(mail.to).toEqual([visitor.address]);
  expect(mail).toMatchObject({ subject: 'Your registration code', usageType: 'Register' });
  expect(mail.html).toContain('create your account');

  await logto.enterCode(codeIn(mail));
  await sample.expectSignedIn(visitor.address);
  expect(await mailbox.count(visitor.address)).toBe(1);
});

test('a known address at registration signs in instead', async ({ sample, logto, visitor }) => {
  await visitor.register(sample);
  await sample.signOut();
  await sample.expectSignedOut();

  await sample.createAccount();
  await logto.registerWith(visitor.address);
  await logto.enterCode(await visitor.readCode());
  await logto.answerDialog('already exists. Continue to sign in.', 'Continue');
  await sample.expectSignedIn(visitor.address);
});

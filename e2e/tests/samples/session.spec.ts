import { expect, test } from '../../src/fixtures.ts';
import { Sample } from '../../src/pages/sample.ts';

test('the guarded page asks a signed-out visitor to sign in and then opens', async ({
  sample,
  logto,
  visitor,
}) => {
  await sample.open('/profile');
  await logto.signInWith(visitor.address);
  await logto.enterCode(await visitor.readCode());
  await logto.answerDialog('Create a new one?', 'Continue');
  await sample.expectProfile(visitor.address);
  await expect(sample.claim('email')).toHaveText(visitor.address);
  await expect(sample.claim('email_verified')).toHaveText('true');
  expect((await sample.accessTokenExpiry()).getTime()).toBeGreaterThan(Date.now());
});

test('the session is kept over a reload and in a second tab', async ({
  sample,
  visitor,
  context,
}) => {
  await visitor.register(sample);
  await sample.page.reload();
  await sample.expectSignedIn(visitor.address);

  const tab = new Sample(await context.newPage(), sample.name, sample.url);
  await tab.open('/profile');
  await tab.expectProfile(visitor.address);

  await sample.openProfile();
  await sample.expectProfile(visitor.address);
});

test('signing out in one tab signs the other one out', async ({ sample, visitor, context }) => {
  await visitor.register(sample);
  const tab = new Sample(await context.newPage(), sample.name, sample.url);
  await tab.open();
  await tab.expectSignedIn(visitor.address);

  await sample.signOut();
  await sample.expectSignedOut();
  await tab.page.reload();
  await tab.expectSignedOut();
});

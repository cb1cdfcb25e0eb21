import { expect, test } from '../../src/fixtures.ts';
import { Sample } from '../../src/pages/sample.ts';
import { SignInPage } from '../../src/pages/sign-in-page.ts';
import { Visitor } from '../../src/visitor.ts';

test('an open tab follows a sign-out and the next sign-in of another one', {
  tag: ['@trap:follow-session', '@trap:tab-storage'],
}, async ({ sample, visitor, context, mailbox }) => {
  await visitor.register(sample);
  const tab = new Sample(await context.newPage(), sample.name, sample.url);
  await tab.open('/profile');
  await tab.expectProfile(visitor.address);

  await sample.signOut();
  await sample.expectSignedOut();
  await tab.expectSignedOut();

  const other = new Visitor(mailbox);
  await other.register(sample);
  await tab.expectSignedIn(other.address);
});

test('two tabs that sign in at the same time: the first one is told, and gets in', {
  tag: '@trap:problems',
}, async ({ sample, logto, visitor, context }) => {
  const tab = new Sample(await context.newPage(), sample.name, sample.url);
  await sample.open();
  await tab.open();
  await sample.createAccount();
  await logto.expectRegister();
  await tab.createAccount();
  await new SignInPage(tab.page).expectRegister();

  // Logto has one sign-in a browser, and sends the first tab back with the answer to the second.
  await logto.registerWith(visitor.address);
  await logto.enterCode(await visitor.readCode());
  await sample.expectError('Sign-in did not finish');
  await sample.alert.getByRole('button', { name: 'Try again' }).click();
  await sample.expectSignedIn(visitor.address);
});

test('a page that the back button brings back is loaded again', {
  tag: '@trap:back-forward-cache',
}, async ({ sample, visitor, page }) => {
  await visitor.register(sample);
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  // Playwright turns the cache off, so this is what the browser says when it takes a page out of it.
  await page.evaluate(() => {
    document.body.dataset.kept = 'yes';
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(page.locator('body[data-kept]')).toHaveCount(0);
  await sample.expectProfile(visitor.address);
});

test('a change of page puts the focus on the new one', { tag: '@trap:focus-page' }, async ({
  sample,
  visitor,
}) => {
  await visitor.register(sample);
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  await expect(sample.main).toBeFocused();
});

import { expect, test } from '../../src/fixtures.ts';
import { Sample } from '../../src/pages/sample.ts';
import { SignInPage } from '../../src/pages/sign-in-page.ts';
import { startedSample } from '../../src/stack-addresses.ts';
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

test('after a sign-out, the back button does not bring the address back', {
  tag: '@trap:back-forward-cache',
}, async ({ visitor, stack, sampleName, playwright, launchOptions }) => {
  // Playwright turns the cache off.
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const page = await browser.newPage({ locale: 'en-US' });
    const sample = new Sample(page, sampleName, startedSample(stack, sampleName).url);
    await visitor.register(sample);
    await sample.openProfile();
    await sample.expectProfile(visitor.address);
    await sample.signOut();
    await sample.expectSignedOut();
    await page.goBack();
    await expect(page.getByText(visitor.address)).toHaveCount(0);
  } finally {
    await browser.close();
  }
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

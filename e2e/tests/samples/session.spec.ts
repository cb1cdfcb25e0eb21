import { samples } from '@dm-kit/samples';
import { expect, test } from '../../src/fixtures.ts';
import { Sample } from '../../src/pages/sample.ts';
import { SignInPage } from '../../src/pages/sign-in-page.ts';

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
  // Nothing empty, and no seconds since 1970.
  await expect(sample.main.getByText(/^(null|undefined|\d{10,})$/)).toHaveCount(0);
});

test('the session is kept over a reload', async ({ sample, visitor }) => {
  await visitor.register(sample);
  await sample.page.reload();
  await sample.expectSignedIn(visitor.address);
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  await expect(sample.header.locator('[aria-current=page]')).toHaveText('Profile');
});

test('a second tab has the session too', { tag: '@trap:tab-storage' }, async ({
  sample,
  visitor,
  context,
}) => {
  await visitor.register(sample);
  const tab = new Sample(await context.newPage(), sample.name, sample.url);
  await tab.open();
  await tab.expectSignedIn(visitor.address);
  await tab.openProfile();
  await tab.expectProfile(visitor.address);
});

test('signing out in one tab signs the other one out', { tag: '@trap:tab-storage' }, async ({
  sample,
  visitor,
  context,
}) => {
  await visitor.register(sample);
  const tab = new Sample(await context.newPage(), sample.name, sample.url);
  await tab.open();
  await tab.expectSignedIn(visitor.address);

  await sample.signOut();
  await sample.expectSignedOut();
  await tab.page.reload();
  await tab.expectSignedOut();
});

test('a page that is not there says so', { tag: '@trap:nextjs/not-found' }, async ({
  sample,
  page,
}) => {
  await sample.open('/no-such-page');
  await expect(page).toHaveTitle(/^Page not found · /);
  await expect(sample.main.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await sample.main.getByRole('link', { name: 'Go to the home page' }).click();
  await sample.expectSignedOut();
});

test('a sign-in that somebody else began does not sign this visitor in', async ({
  sample,
  sampleName,
  visitor,
  browser,
}) => {
  const { application } = samples.find(({ name }) => name === sampleName) ?? {};
  const [callback = ''] = application?.redirectUris ?? [];
  // Their browser stops before the callback, so that the code is still good.
  const other = new Sample(await browser.newPage(), sampleName, sample.url);
  const logto = new SignInPage(other.page);
  await other.page.route(`**${callback}?*`, (route) => route.abort());
  await other.open();
  await other.createAccount();
  await logto.registerWith(visitor.address);
  const answered = other.page.waitForRequest(`**${callback}?*`);
  await logto.enterCode(await visitor.readCode());
  const address = (await answered).url();
  expect(address).toContain('code=');

  await sample.page.goto(address);
  await expect(sample.alert).toBeVisible();
  await sample.open();
  await sample.expectSignedOut();
  await other.page.close();
});

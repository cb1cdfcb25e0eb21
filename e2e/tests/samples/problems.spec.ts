import { freePort } from '@dm-kit/processes';
import { samples } from '@dm-kit/samples';
import { expect, test } from '../../src/fixtures.ts';
import { Sample } from '../../src/pages/sample.ts';
import { startSample } from '../../src/start-sample.ts';

/** Names of files that a visitor has never heard of. */
const forDevelopers = /logto\.json|\.env|AUTH_/;

test('Logto does not answer', { tag: '@trap:problems' }, async ({ page, sampleName, stack }) => {
  // Nobody listens on a port that was free a moment ago.
  const nowhere = `http://localhost:${await freePort()}`;
  await using broken = await startSample(sampleName, stack, { endpoint: nowhere });
  const sample = new Sample(page, sampleName, broken.url);
  await sample.open();
  await sample.signIn();
  await sample.expectError('Logto does not answer');
  await expect(sample.alert).not.toContainText(forDevelopers);
});

test('Logto does not know this application', {
  tag: ['@trap:problems', '@trap:pushed-request'],
}, async ({ page, sampleName, stack }) => {
  await using broken = await startSample(sampleName, stack, { appId: 'no-such-application' });
  const sample = new Sample(page, sampleName, broken.url);
  await sample.open();
  await sample.signIn();
  await sample.expectError('Logto does not know this application');
  await expect(sample.alert).not.toContainText(forDevelopers);
});

test('the redirect URI is not registered', {
  tag: ['@trap:problems', '@trap:pushed-request'],
}, async ({ page, sampleName, stack }) => {
  // The right application at another port: its redirect URI is another one, too.
  await using broken = await startSample(sampleName, stack, {});
  const sample = new Sample(page, sampleName, broken.url);
  await sample.open();
  await sample.signIn();
  await sample.expectError('The redirect URI is not registered');
  await expect(sample.alert).not.toContainText(forDevelopers);
});

test('settings are missing', async ({ page, sampleName, stack }) => {
  await using broken = await startSample(sampleName, stack, 'none');
  const sample = new Sample(page, sampleName, broken.url);
  await sample.open();
  await expect(sample.alert).toContainText('Settings are missing');
});

test('access denied: the visitor is told, and can try again', { tag: '@trap:problems' }, async ({
  sample,
  sampleName,
  logto,
  page,
  stack,
}) => {
  const { application } = samples.find(({ name }) => name === sampleName) ?? {};
  const [callback = ''] = application?.redirectUris ?? [];
  const answer = new URLSearchParams({ error: 'access_denied', iss: `${stack.logto}/oidc` });
  // What Logto's authorization endpoint answers when the visitor may not use the application. The route stays
  // until the end: taken away while the browser follows the redirect, it can leave that request hanging.
  let denied = false;
  await page.route(/\/oidc\/auth\?/, async (route) => {
    if (denied) {
      return route.continue();
    }
    denied = true;
    await route.fulfill({
      status: 303,
      headers: { location: `${sample.url}${callback}?${answer}` },
    });
  });
  await sample.open();
  await sample.signIn();
  await sample.expectError('Access denied');

  await sample.alert.getByRole('button', { name: 'Try again' }).click();
  await logto.expectSignIn();
});

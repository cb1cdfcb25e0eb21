import { expect, test } from 'vitest';
import {
  discover,
  logto,
  oidc,
  open,
  press,
  refuse,
  see,
  signedIn,
  storageKey,
  useApp,
} from '../../../testing/open-app';

useApp();

test('says that Logto does not know the application, and which one', async () => {
  open('/profile');
  await discover();
  await refuse('/request', { error: 'invalid_client' }, 400, 3);
  await see('Logto does not know this application');
  await see('the ID abc');
});

test('says that the endpoint is not the address that Logto has', async () => {
  open('/profile');
  await discover('http://127.0.0.1:3001/oidc');
  await see('Logto has another address');
  await see(`leads to ${oidc}`);
});

test('says that Logto does not answer, and goes home on request', async () => {
  open('/profile');
  for (let i = 0; i < 3; i++) {
    (await logto('/.well-known/openid-configuration')).error(new ProgressEvent('error'));
  }
  await see('Logto does not answer');
  press('Angular sample');
  await see('Sign in with an e-mail code');
});

test('says that access was denied, and tries again', async () => {
  open('/callback?error=access_denied&state=s');
  await see('Access denied');
  press('Try again');
  await discover();
  await logto('/request');
});

test('says that access was denied also to the sign-in that this tab asked for', async () => {
  sessionStorage.setItem(storageKey, JSON.stringify({ authStateControl: 's' }));
  open('/callback?error=access_denied&state=s');
  await see('Access denied');
});

test.each(['/callback?code=c&state=stolen', '/callback?state=stolen'])(
  'refuses what no sign-in of this tab asked for: %s',
  async (path) => {
    open(path);
    await see('Sign-in did not finish');
  },
);

test('opens a page whose address has a state of its own', async () => {
  open('/?state=open');
  await see('Sign in with an e-mail code');
});

test('says that a sign-in failed when Logto refuses its code', async () => {
  sessionStorage.setItem(
    storageKey,
    JSON.stringify({
      authStateControl: 's',
      codeVerifier: 'v',
      authWellKnownEndPoints: { tokenEndpoint: `${oidc}/token` },
    }),
  );
  open('/callback?code=c&state=s');
  await refuse('/token', { error: 'invalid_grant' }, 400);
  await see('Sign-in did not finish');
});

test('says that the session has ended, and asks for a sign-in that leads back', async () => {
  signedIn(-10);
  open('/profile');
  await discover();
  await refuse('/token', { error: 'invalid_grant' }, 400);
  await see('Your session has ended');
  press('Try again');
  await discover();
  await logto('/request');
  expect(JSON.parse(sessionStorage.getItem(storageKey) ?? '{}').redirect).toBe('profile');
});

import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import {
  discover,
  logto,
  oidc,
  open,
  press,
  see,
  settings,
  storageKey,
  useApp,
} from '../../testing/open-app';

useApp();

/** Of which storage a name is, by what stands there after a sign-in with the installed library. */
function names(storage: Storage): string[] {
  return Object.keys(JSON.parse(storage.getItem(storageKey) ?? '{}')).sort();
}

test('the installed library stores what it stores under the names that are told apart', async () => {
  open('/');
  await see('Create account');
  press('Create account');
  await discover();
  const form = new URLSearchParams((await logto('/request')).request.body);
  expect(names(sessionStorage)).toEqual([
    'authNonce',
    'authStateControl',
    'codeVerifier',
    'storageCustomParamsAuthRequest',
  ]);
  expect(names(localStorage)).toEqual(['authWellKnownEndPoints']);

  // Back from Logto, as a page that is loaded anew.
  const { TestBed } = await import('@angular/core/testing');
  TestBed.resetTestingModule();
  const { publicKey, privateKey } = await generateKeyPair('ES384');
  const now = Math.floor(Date.now() / 1000);
  const idToken = await new SignJWT({ email: 'ada@example.com', nonce: form.get('nonce') })
    .setProtectedHeader({ alg: 'ES384', kid: 'one' })
    .setIssuer(oidc)
    .setAudience(settings.appId)
    .setSubject('user1')
    .setIssuedAt(now)
    .setExpirationTime(now + 3600)
    .sign(privateKey);
  open(`/callback?code=c&state=${form.get('state')}`);
  (await logto('/token')).flush({
    access_token: 'access',
    refresh_token: 'refresh',
    id_token: idToken,
    expires_in: 3600,
    token_type: 'Bearer',
  });
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES384', use: 'sig' };
  (await logto('/jwks')).flush({ keys: [key] });
  await see('Signed in as ada@example.com');
  expect(names(localStorage)).toEqual([
    'access_token_expires_at',
    'authWellKnownEndPoints',
    'authnResult',
    'authzData',
    'jwtKeys',
    'userData',
  ]);
  for (const name of ['authnResult', 'authzData', 'storageSilentRenewRunning']) {
    expect(names(sessionStorage)).not.toContain(name);
  }
});

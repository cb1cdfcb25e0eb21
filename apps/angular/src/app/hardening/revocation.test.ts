import { expect, test, vi } from 'vitest';
import { logto, oidc, open, press, see, storageKey, tokens, useApp } from '../../testing/open-app';

useApp();

test('a sign-out revokes the refresh token, and without Logto it is one all the same', async () => {
  const stored = tokens(3600);
  Object.assign(stored.authWellKnownEndPoints, {
    revocationEndpoint: `${oidc}/token/revocation`,
  });
  localStorage.setItem(storageKey, JSON.stringify(stored));
  open('/');
  await see('You are signed in');
  press('Sign out');
  for (let i = 0; i < 3; i++) {
    const request = await logto('/token/revocation');
    expect(request.request.body).toContain('token=refresh');
    request.error(new ProgressEvent('error'));
  }
  await see('Logto does not answer');
  await vi.waitFor(() => expect(localStorage.getItem(storageKey)).not.toContain('refresh'));
});

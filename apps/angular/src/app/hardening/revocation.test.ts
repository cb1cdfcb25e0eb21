import { OidcSecurityService } from 'angular-auth-oidc-client';
import { EMPTY } from 'rxjs';
import { expect, test, vi } from 'vitest';
import { logto, oidc, open, press, see, storageKey, tokens, useApp } from '../../testing/open-app';

useApp();

/** Presses the button. @returns what leaves for Logto */
async function signOut() {
  const leave = vi.spyOn(OidcSecurityService.prototype, 'logoff').mockReturnValue(EMPTY);
  const stored = tokens(3600);
  Object.assign(stored.authWellKnownEndPoints, {
    revocationEndpoint: `${oidc}/token/revocation`,
  });
  localStorage.setItem(storageKey, JSON.stringify(stored));
  open('/');
  await see('You are signed in');
  press('Sign out');
  return leave;
}

test('a sign-out revokes the refresh token, then leaves for Logto', async () => {
  const leave = await signOut();
  const request = await logto('/token/revocation');
  expect(request.request.body).toContain('token=refresh');
  expect(leave).not.toHaveBeenCalled();
  request.flush({});
  await vi.waitFor(() => expect(leave).toHaveBeenCalledOnce());
});

test('without Logto it is a sign-out all the same, and the browser stays', async () => {
  const leave = await signOut();
  for (let i = 0; i < 3; i++) {
    (await logto('/token/revocation')).error(new ProgressEvent('error'));
  }
  await see('Logto does not answer');
  await vi.waitFor(() => expect(localStorage.getItem(storageKey)).not.toContain('refresh'));
  expect(leave).not.toHaveBeenCalled();
});

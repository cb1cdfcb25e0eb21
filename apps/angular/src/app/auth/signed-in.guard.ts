import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { Session } from './session';

/**
 * Lets a signed-in visitor pass and sends everybody else to Logto, and back to the same page.
 *
 * It waits for the session's one check: a guard that checks by itself, or that starts a sign-in while
 * the callback is still being handled, replaces the nonce that the callback is about to compare.
 */
export const signedInGuard: CanActivateFn = async (_route, { url }) => {
  const session = inject(Session);
  await session.ready;
  if (session.user()) {
    return true;
  }

  if (!session.problem()) {
    session.signIn({ returnTo: url });
  }
  // The browser is leaving, or the visitor reads why not. An answer would change the address.
  return new Promise(() => {});
};

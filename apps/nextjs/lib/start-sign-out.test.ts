import { describe, expect, test, vi } from 'vitest';
import { incoming } from '../test/incoming';
import { startLogtoDouble } from '../test/logto-double';
import { sessionCookie } from '../test/session-cookie';
import { startSignOut } from './start-sign-out';

async function signOut() {
  const error = await startSignOut().catch((thrown: Error) => thrown as Error);
  return new URL(error.message.replace('redirect to ', ''), 'http://localhost:3000');
}

describe('startSignOut', () => {
  test('ends the session here and at Logto, and has the refresh token revoked', async () => {
    await using logto = await startLogtoDouble();
    vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);
    const tokens = logto.issue();
    incoming.headers = new Headers({ cookie: await sessionCookie(tokens) });

    const url = await signOut();

    expect(`${url.origin}${url.pathname}`).toBe(`${logto.issuer}/session/end`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'app-id',
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: 'http://localhost:3000/',
    });
    expect(incoming.cookiesSet.get('authjs.session-token')).toBe('');
    const revoked = logto.requests.find(({ path }) => path === '/oidc/token/revocation');
    expect(revoked?.form.get('token')).toBe(tokens.refresh_token);
  });

  test('ends the session at Logto even when there is none here', async () => {
    await using logto = await startLogtoDouble();
    vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);

    const url = await signOut();

    expect(url.pathname).toBe('/oidc/session/end');
    expect(url.searchParams.has('id_token_hint')).toBe(false);
  });

  test('ends the session here while Logto does not answer, and says so', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const logto = await startLogtoDouble();
    vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);
    incoming.headers = new Headers({ cookie: await sessionCookie(logto.issue()) });
    await logto[Symbol.asyncDispose]();

    const url = await signOut();

    expect(url.searchParams.get('error')).toBe('SignedOutHereOnly');
    expect(incoming.cookiesSet.get('authjs.session-token')).toBe('');
  });
});

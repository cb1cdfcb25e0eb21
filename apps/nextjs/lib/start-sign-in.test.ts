import { beforeEach, describe, expect, test, vi } from 'vitest';
import { incoming } from '../test/incoming';
import { startLogtoDouble } from '../test/logto-double';
import { startSignIn } from './start-sign-in';

const nowhere = 'http://localhost:1/oidc';

/** Where the browser is sent. */
async function destination(options: Parameters<typeof startSignIn>[0] = {}) {
  const error = await startSignIn(options).catch((thrown: Error) => thrown);
  return new URL(error.message.replace('redirect to ', ''), 'http://localhost:3000');
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});

describe('startSignIn', () => {
  test('pushes the request of Auth.js to Logto and sends the browser after it', async () => {
    await using logto = await startLogtoDouble();
    vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);

    const url = await destination({ redirectTo: '/profile', firstScreen: 'register' });

    expect(`${url.origin}${url.pathname}`).toBe(`${logto.issuer}/auth`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'app-id',
      request_uri: 'urn:pushed',
    });
    const pushed = logto.requests.find(({ path }) => path === '/oidc/request')?.form;
    expect(Object.fromEntries(pushed ?? [])).toMatchObject({
      redirect_uri: 'http://localhost:3000/api/auth/callback/logto',
      scope: 'openid offline_access profile email',
      prompt: 'consent',
      first_screen: 'register',
      code_challenge_method: 'S256',
    });
    expect([...incoming.cookiesSet.keys()]).toContain('authjs.pkce.code_verifier');
  });

  test.each([
    ['Logto does not answer', { AUTH_LOGTO_ISSUER: nowhere }, 'LogtoDoesNotAnswer'],
    ['the issuer is no address', { AUTH_LOGTO_ISSUER: 'logto' }, 'LogtoDoesNotAnswer'],
    ['the client ID is wrong', { AUTH_LOGTO_ID: 'other' }, 'UnknownApplication'],
    ['the secret is wrong', { AUTH_LOGTO_SECRET: 'other' }, 'UnknownApplication'],
    ['the address is another', { AUTH_URL: 'http://localhost:1' }, 'RedirectUriNotRegistered'],
    ['a setting is missing', { AUTH_LOGTO_SECRET: '' }, 'SettingsMissing'],
  ])('says so when %s', async (_problem, settings, problem) => {
    await using logto = await startLogtoDouble();
    vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);
    for (const [name, value] of Object.entries(settings)) {
      vi.stubEnv(name, value);
    }

    const url = await destination({ redirectTo: '/profile' });

    expect(url.pathname).toBe('/error');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      error: problem,
      callbackUrl: '/profile',
    });
  });

  test('says so when Logto calls itself by another name than the settings', async () => {
    await using logto = await startLogtoDouble();
    vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer.replace('localhost', '127.0.0.1'));

    expect((await destination()).searchParams.get('error')).toBe('LogtoDoesNotAnswer');
  });
});

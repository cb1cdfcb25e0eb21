import { describe, expect, test } from 'vitest';
import { destination, startApplication } from '../test/application';
import { incoming } from '../test/incoming';

const nowhere = 'http://localhost:1/oidc';

test('the request of Auth.js goes to Logto first, and the browser after it', async () => {
  await using application = await startApplication();
  const { logto, signIn } = application;

  const url = await destination(() =>
    signIn('logto', { redirectTo: '/profile' }, { first_screen: 'register' }),
  );

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

describe('before the browser leaves, a page says', () => {
  test.each([
    ['that Logto does not answer', { AUTH_LOGTO_ISSUER: nowhere }, 'LogtoDoesNotAnswer'],
    ['that the client ID is wrong', { AUTH_LOGTO_ID: 'other' }, 'UnknownApplication'],
    ['that the secret is wrong', { AUTH_LOGTO_SECRET: 'other' }, 'UnknownApplication'],
    ['that the address is another', { AUTH_URL: 'http://localhost:1' }, 'RedirectUriNotRegistered'],
  ])('%s', async (_problem, settings: Record<string, string>, error) => {
    await using application = await startApplication(settings);

    const url = await destination(() => application.signIn('logto', { redirectTo: '/profile' }));

    expect(url.pathname).toBe('/problem');
    expect(Object.fromEntries(url.searchParams)).toEqual({ error, callbackUrl: '/profile' });
  });

  test('that Logto calls itself by another name than the settings', async () => {
    await using application = await startApplication();
    const { port } = new URL(application.logto.issuer);
    await using other = await startApplication({
      AUTH_LOGTO_ISSUER: `http://127.0.0.1:${port}/oidc`,
    });

    const url = await destination(() => other.signIn('logto', { redirectTo: '/' }));

    expect(url.searchParams.get('error')).toBe('LogtoDoesNotAnswer');
  });
});

import { unstable_doesMiddlewareMatch as doesProxyMatch } from 'next/experimental/testing/server';
import { expect, test } from 'vitest';
import { config } from '@/proxy';
import { destination, startApplication } from './application';
import { incoming } from './incoming';
import { cookieOf, expired, tokenFrom } from './session-cookie';

test('pages below /profile send visitors to sign in, others do not', async () => {
  await using application = await startApplication();
  const { visit } = application;

  const guarded = await visit('/profile/orders?page=2');
  const open = await visit('/');

  const location = new URL(guarded.headers.get('location') ?? '');
  expect(location.pathname).toBe('/sign-in');
  expect(location.searchParams.get('callbackUrl')).toBe(
    'http://localhost:3000/profile/orders?page=2',
  );
  expect(open.headers.get('location')).toBeNull();
});

test('the proxy sees pages, and neither files nor routes of an API', () => {
  const matches = (url: string) => doesProxyMatch({ config, nextConfig: {}, url });
  expect(['/', '/profile', '/?error=x', '/sign-in'].map(matches)).not.toContain(false);
  expect(['/icon.svg', '/_next/static/x.js', '/api/auth/session'].map(matches)).not.toContain(true);
});

test('an expired access token is renewed', async () => {
  await using application = await startApplication();
  const { logto, visit, page } = application;
  const before = tokenFrom(logto.issue(), expired);
  const cookie = await cookieOf(before);

  const { token } = await page(await visit('/', cookie), cookie);

  expect(token?.accessToken).toMatch(/^access-/);
  expect(token?.accessToken).not.toBe(before.accessToken);
});

test('sign-out ends the session here, then at Logto', async () => {
  await using application = await startApplication();
  const { logto } = application;
  const tokens = logto.issue();
  incoming.headers = new Headers({ cookie: await cookieOf(tokenFrom(tokens)) });
  const { default: SignOut } = await import('@/components/sign-out');

  const url = await destination(() => SignOut().props.action());

  expect(`${url.origin}${url.pathname}`).toBe(`${logto.issuer}/session/end`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'app-id',
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: 'http://localhost:3000/',
  });
  expect(incoming.cookiesSet.get('authjs.session-token')).toBe('');
});

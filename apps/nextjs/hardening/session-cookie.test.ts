import { describe, expect, test } from 'vitest';
import { startApplication } from '../test/application';
import { incoming } from '../test/incoming';
import { idToken } from '../test/logto-double';
import { cookieOf, expired, sessionSetBy, stale, tokenFrom } from '../test/session-cookie';

/** The names of the cookies that a response sets. */
function cookiesOf(response: Response): string[] {
  return response.headers.getSetCookie().map((cookie) => cookie.split('=')[0] ?? '');
}

describe('proxy and page in one request', () => {
  test('renew once, and the page works with the new tokens', async () => {
    await using application = await startApplication();
    const { logto, visit, page } = application;
    const cookie = await cookieOf(tokenFrom(logto.issue(), expired));

    const response = await visit('/profile', cookie);
    const { session, token } = await page(response, cookie);

    expect(logto.count('/oidc/token')).toBe(1);
    expect(session?.user?.email).toBe('ada@example.com');
    expect(token?.expiresAt).toBeGreaterThan(Date.now() / 1000);
    // The browser gets what the page has.
    expect((await sessionSetBy(response))?.accessToken).toBe(token?.accessToken);
  });

  test('leave a fresh session and its cookie alone', async () => {
    await using application = await startApplication();
    const { logto, visit, page } = application;
    const cookie = await cookieOf(tokenFrom(logto.issue()));

    const response = await visit('/profile', cookie);

    expect(cookiesOf(response)).not.toContain('authjs.session-token');
    const { session } = await page(response, cookie);
    expect(session?.user?.email).toBe('ada@example.com');
    expect(logto.count('/oidc/token')).toBe(0);
  });

  test('never renew in the page, where the cookie would be lost', async () => {
    await using application = await startApplication();
    const { logto, auth } = application;
    incoming.headers = new Headers({ cookie: await cookieOf(tokenFrom(logto.issue(), expired)) });

    expect((await auth())?.user?.email).toBe('ada@example.com');
    expect(logto.count('/oidc/token')).toBe(0);
  });

  test('take a session that is too large for one cookie', async () => {
    await using application = await startApplication();
    const { logto, visit, page } = application;
    const large = idToken(logto.issuer, 'user-1', { note: 'x'.repeat(4000) });
    const cookie = await cookieOf(tokenFrom({ ...logto.issue(), id_token: large }, stale));
    logto.options.claims = { note: 'x'.repeat(4000) };

    const response = await visit('/', cookie);

    expect(cookiesOf(response)).toContain('authjs.session-token.1');
    expect((await page(response, cookie)).token?.accessToken).toMatch(/^access-/);
    expect(logto.count('/oidc/token')).toBe(1);
  });
});

test('the installed Auth.js gives the session cookie the names that this file knows, with HTTPS too', async () => {
  await using application = await startApplication({ AUTH_URL: 'https://shop.example.com' });
  const cookie = '__Secure-authjs.session-token=of-another-secret';

  const response = await application.visit('/', cookie);

  expect(cookiesOf(response)).toContain('__Secure-authjs.session-token');
  expect(response.headers.get('location')).toContain(
    'https://shop.example.com/problem?error=SessionEnded',
  );
});

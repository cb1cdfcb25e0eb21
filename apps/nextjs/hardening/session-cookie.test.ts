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

describe('a session that has ended', () => {
  async function startEnded() {
    const application = await startApplication();
    const ended = { ...expired, refreshToken: 'revoked' };
    const cookie = await cookieOf(tokenFrom(application.logto.issue(), ended));
    return { ...application, cookie };
  }

  test('is cleared, and the visitor is told', async () => {
    await using application = await startEnded();
    const { visit, cookie } = application;

    const response = await visit('/profile?tab=1', cookie);

    const location = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(location.searchParams)).toEqual({
      error: 'SessionEnded',
      callbackUrl: '/profile?tab=1',
    });
    expect(response.headers.getSetCookie().join()).toMatch(/authjs.session-token=; Max-Age=0/);
  });

  test('does not send a form elsewhere', async () => {
    await using application = await startEnded();
    const { visit, page, cookie } = application;

    const response = await visit('/', cookie, { method: 'POST' });

    expect(response.headers.get('location')).toBeNull();
    expect((await page(response, cookie)).session).toBeNull();
  });

  test('is told on a page of its own when a link was followed', async () => {
    await using application = await startEnded();
    const { visit, cookie } = application;

    const response = await visit('/profile', cookie, { headers: { 'sec-fetch-dest': 'empty' } });

    // No data, and the cookie still there: Next.js loads the page, and that request is told.
    expect([...response.headers.keys()]).toEqual([]);
    expect(response.body).toBeNull();
  });

  test('is one whose cookie cannot be read', async () => {
    await using application = await startApplication();

    const response = await application.visit('/', 'authjs.session-token=of-another-secret');

    expect(response.headers.get('location')).toContain('SessionEnded');
    expect(response.headers.getSetCookie().join()).toMatch(/authjs.session-token=; Max-Age=0/);
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

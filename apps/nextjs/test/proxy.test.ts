import { unstable_doesMiddlewareMatch as doesProxyMatch } from 'next/experimental/testing/server';
import { NextRequest } from 'next/server';
import { describe, expect, test, vi } from 'vitest';
import { auth } from '@/auth';
import { sessionToken } from '@/lib/session-token';
import { config, proxy } from '@/proxy';
import { incoming } from './incoming';
import { idToken, startLogtoDouble } from './logto-double';
import { expired, sessionCookie, stale } from './session-cookie';

async function startLogto() {
  const logto = await startLogtoDouble();
  vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);
  return logto;
}

function visit(path: string, cookie = '', method = 'GET') {
  const headers = { cookie };
  return proxy(new NextRequest(`http://localhost:3000${path}`, { method, headers }));
}

/** What the server components of the same request see after the proxy. */
async function page(response: Response, cookie: string) {
  const changed = response.headers.has('x-middleware-override-headers');
  const handedOn = response.headers.get('x-middleware-request-cookie') ?? '';
  incoming.headers = new Headers({ cookie: changed ? handedOn : cookie });
  return { session: await auth(), token: await sessionToken(incoming.headers) };
}

describe('proxy and page in one request', () => {
  test('refresh once, and the page works with the new tokens', async () => {
    await using logto = await startLogto();
    const cookie = await sessionCookie(logto.issue(), expired);

    const response = await visit('/profile', cookie);
    const { session, token } = await page(response, cookie);

    expect(logto.count('/oidc/token')).toBe(1);
    expect(session?.user?.email).toBe('ada@example.com');
    expect(token?.tokens.expiresAt).toBeGreaterThan(Date.now());
    // The browser gets what the page has.
    const kept = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    expect(await sessionToken(new Headers({ cookie: kept.join('; ') }))).toEqual(token);
  });

  test('refresh once for several tabs', async () => {
    await using logto = await startLogto();
    const cookie = await sessionCookie(logto.issue(), stale);

    const responses = await Promise.all(['/', '/profile', '/'].map((path) => visit(path, cookie)));

    expect(logto.count('/oidc/token')).toBe(1);
    for (const response of responses) {
      const { token } = await page(response, cookie);
      expect(token?.tokens.refreshAfter).toBeGreaterThan(Date.now());
    }
  });

  test('leave a fresh session and its cookie alone', async () => {
    await using logto = await startLogto();
    const cookie = await sessionCookie(logto.issue());

    const response = await visit('/profile', cookie);

    expect(response.headers.getSetCookie()).toEqual([]);
    expect((await page(response, cookie)).session?.user?.email).toBe('ada@example.com');
    expect(logto.count('/oidc/token')).toBe(0);
  });

  test('never refresh in the page, where the cookie would be lost', async () => {
    await using logto = await startLogto();
    const cookie = await sessionCookie(logto.issue(), expired);

    incoming.headers = new Headers({ cookie });
    await auth();

    expect(logto.count('/oidc/token')).toBe(0);
  });

  test('take a session that is too large for one cookie', async () => {
    await using logto = await startLogto();
    const large = idToken(logto.issuer, 'user-1', { note: 'x'.repeat(4000) });
    const cookie = await sessionCookie({ ...logto.issue(), id_token: large }, stale);
    logto.options.claims = { note: 'x'.repeat(4000) };

    const response = await visit('/', cookie);
    const { token } = await page(response, cookie);

    expect(response.headers.getSetCookie().length).toBeGreaterThan(1);
    expect(token?.tokens.refreshAfter).toBeGreaterThan(Date.now());
  });
});

describe('a session that has ended', () => {
  test('is cleared, and the user is told', async () => {
    await using logto = await startLogto();
    const cookie = await sessionCookie({ ...logto.issue(), refresh_token: 'revoked' }, expired);

    const response = await visit('/profile', cookie);

    const location = 'http://localhost:3000/error?error=SessionEnded&callbackUrl=%2Fprofile';
    expect(response.headers.get('location')).toBe(location);
    expect(response.headers.get('set-cookie')).toMatch(/^authjs.session-token=; Max-Age=0/);
  });

  test('does not send a form elsewhere', async () => {
    await using logto = await startLogto();
    const cookie = await sessionCookie({ ...logto.issue(), refresh_token: 'revoked' }, expired);

    const response = await visit('/', cookie, 'POST');

    expect(response.headers.get('location')).toBeNull();
    expect((await page(response, cookie)).session).toBeNull();
  });

  test('is one whose cookie cannot be read', async () => {
    await using _logto = await startLogto();
    vi.spyOn(console, 'error').mockReturnValue();

    const response = await visit('/', 'authjs.session-token=of-another-secret');

    expect(response.headers.get('location')).toContain('SessionEnded');
    expect(response.headers.get('set-cookie')).toMatch(/^authjs.session-token=; Max-Age=0/);
  });
});

test('a session outlives an outage of Logto', async () => {
  await using logto = await startLogto();
  const cookie = await sessionCookie(logto.issue(), expired);
  logto.options.outage = { status: 503, body: {} };

  const { session, token } = await page(await visit('/', cookie), cookie);

  expect(session?.user?.email).toBe('ada@example.com');
  // Still the expired token: the page has to look, see userinfo.ts.
  expect(token?.tokens.expiresAt).toBeLessThan(Date.now());
});

test('a guarded page sends visitors to sign in, an open one does not', async () => {
  await using _logto = await startLogto();

  const guarded = await visit('/profile?tab=1');
  const open = await visit('/');

  const location = 'http://localhost:3000/sign-in?callbackUrl=%2Fprofile%3Ftab%3D1';
  expect(guarded.headers.get('location')).toBe(location);
  expect(open.headers.get('location')).toBeNull();
});

test('the proxy sees pages, and neither files nor the routes of Auth.js', () => {
  const matches = (url: string) => doesProxyMatch({ config, nextConfig: {}, url });
  expect(['/', '/profile', '/error?error=x', '/sign-in'].map(matches)).not.toContain(false);
  expect(['/icon.svg', '/_next/static/x.js', '/api/auth/session'].map(matches)).not.toContain(true);
});

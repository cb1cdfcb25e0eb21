import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLogtoEmulator } from '../src/index.ts';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import { openTenant } from './support/tenant.ts';

let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  tenant = await openTenant();
});
afterAll(() => tenant[Symbol.asyncDispose]());

/** A request whose `Host` is another than where it goes. */
function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const url = new URL(tenant.logto.url);
    request({ host: '127.0.0.1', port: url.port, path: '/oidc/jwks', headers: { host } })
      .on('response', (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

describe('safety', () => {
  test.each(['localhost', 'localhost:1', '127.0.0.1:3001', '[::1]:3001', 'LOCALHOST'])(
    'a request to %s is answered',
    async (host) => expect(await statusFor(host)).toBe(200),
  );

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example'])(
    'a request to "%s" is refused',
    async (host) => expect(await statusFor(host)).toBe(403),
  );

  test("a body that is too large is not read; the answer is as odd as Logto's", async () => {
    const json = JSON.stringify({ interactionEvent: 'x'.repeat(2_000_000) });
    const headers = { 'content-type': 'application/json' };
    const browser = tenant.browser();
    await browser.fetch(authorizationUrl(tenant, createPkce().challenge));
    const response = await browser.fetch('/api/experience', { method: 'PUT', headers, body: json });
    expect(response.status).toBe(404);
    const token = await fetch(`${tenant.logto.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ code: 'x'.repeat(100_000) }),
    });
    expect(token.status).toBe(404);
  });

  test('redirect URIs are compared to the letter', async () => {
    const browser = tenant.browser();
    for (const uri of [
      'http://localhost:4200/callback/',
      'http://localhost:4200/callback?x=1',
      'http://localhost:4201/callback',
      'http://localhost:4200.evil.example/callback',
    ]) {
      const url = authorizationUrl(tenant, createPkce().challenge, { redirect_uri: uri });
      expect((await browser.fetch(url)).status).toBe(400);
    }
  });

  test('cookies are HttpOnly and SameSite, but for the one that the pages read', async () => {
    const response = await tenant.browser().fetch(authorizationUrl(tenant, createPkce().challenge));
    const cookies = response.headers.getSetCookie();
    expect(cookies.every((cookie) => /samesite=lax/i.test(cookie))).toBe(true);
    const shown = cookies.filter((cookie) => !/httponly/i.test(cookie));
    expect(shown.map((cookie) => cookie.split('=')[0])).toEqual(['_logto', '_logto.sig']);
  });

  test('another origin than the client has may not call the token endpoint', async () => {
    const call = (origin: string) =>
      fetch(`${tenant.logto.issuer}/token`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: tenant.spa,
          refresh_token: 'nope',
        }),
      });
    const own = await call('http://localhost:4200');
    expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:4200');
    const foreign = await call('http://evil.example');
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    expect(await foreign.json()).toMatchObject({ error: 'invalid_request' });
  });

  test('who opens a sign-in page without an authorization request is sent away', async () => {
    const response = await tenant.browser().fetch('/sign-in');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${tenant.logto.url}/unknown-session`);
  });

  test('the page that signs out has no script but its own', async () => {
    const response = await fetch(`${tenant.logto.issuer}/session/end/success`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

test('the same seed gives the same keys, secrets and ids', async () => {
  const make = async () => {
    await using logto = await startLogtoEmulator({ port: 0, seed: 'one' });
    const keys = await (await fetch(`${logto.issuer}/jwks`)).json();
    return { secret: logto.m2m.appSecret, keys };
  };
  expect(await make()).toEqual(await make());
  await using other = await startLogtoEmulator({ port: 0, seed: 'two' });
  expect(other.m2m.appSecret).not.toBe((await make()).secret);
});

test('reset forgets everything but the keys and the client', async () => {
  await using fresh = await openTenant();
  const count = async () =>
    (await fresh.api('GET', '/applications?page=1')).headers.get('total-number');
  expect(await count()).toBe('2');
  await fresh.reset();
  expect(await count()).toBe('0');
});

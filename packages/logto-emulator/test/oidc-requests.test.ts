import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../src/index.ts';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import type { Browser } from './support/browser.ts';
import { requestToken, signInByCode } from './support/sign-in.ts';
import { openTenant, redirectUri } from './support/tenant.ts';

/** What the endpoints of OpenID Connect make of requests, and how they answer, where Logto has its own ways. */
const clock = createClock(new Date());
let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  tenant = await openTenant({ clock });
});
afterAll(() => tenant[Symbol.asyncDispose]());

let people = 0;
function newAddress() {
  people += 1;
  return `ada${people}@example.com`;
}
function webUrl(more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: tenant.web.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    ...more,
  });
  return `${tenant.logto.issuer}/auth?${query}`;
}
function spaUrl(more: Record<string, string> = {}): string {
  return authorizationUrl(tenant, createPkce().challenge, more);
}

/** As the page does by itself. @returns where that leads */
async function signOut(browser: Browser): Promise<string> {
  const page = await browser.fetch('/oidc/session/end');
  const policy = page.headers.get('content-security-policy');
  expect(policy).toMatch(/script-src 'unsafe-hashes' 'sha256-/);
  const html = await page.text();
  expect(html).toContain('<input type="hidden" form="op.logoutForm" value="yes" name="logout">');
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const body = new URLSearchParams({ xsrf, logout: 'yes' });
  const ended = await browser.fetch(action, { method: 'POST', body });
  return ended.headers.get('location') ?? '';
}

describe('which sign-in a request belongs to', () => {
  const start = (browser: Browser, headers: Record<string, string> = {}, query = '') =>
    browser.json('PUT', `/api/experience${query}`, { interactionEvent: 'SignIn' }, headers);

  test('is said by a header or by the query, and otherwise is the last one', async () => {
    const browser = tenant.browser();
    await browser.fetch(spaUrl());
    await browser.fetch(webUrl());
    const appOf = async (headers: Record<string, string>, query = '') => {
      await start(browser, headers, query);
      const path = `/api/experience/verification/verification-code${query}`;
      const identifier = { type: 'email', value: newAddress() };
      await browser.json('POST', path, { interactionEvent: 'SignIn', identifier }, headers);
      return tenant.mailbox.messages.length;
    };
    const before = tenant.mailbox.messages.length;
    expect(await appOf({ 'logto-app-id': tenant.spa })).toBe(before + 1);
    expect(await appOf({}, `?app_id=${tenant.web.id}`)).toBe(before + 2);
    expect(await appOf({})).toBe(before + 3);
  });

  test('is not that of another application', async () => {
    const browser = tenant.browser();
    await browser.fetch(spaUrl());
    const response = await start(browser, { 'logto-app-id': tenant.web.id });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'oidc.invalid_request',
      error_description: 'interaction client_id mismatch',
    });
  });

  test('is over when the visitor signed out meanwhile', async () => {
    const browser = tenant.browser();
    await signInByCode(tenant, newAddress(), { event: 'Register', browser });
    await browser.fetch(spaUrl({ prompt: 'login' }));
    expect((await start(browser)).status).toBe(204);
    await signOut(browser);
    const response = await start(browser);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'session.not_found' });
  });

  test('cannot be made up', async () => {
    const browser = tenant.browser();
    const response = await browser.fetch(spaUrl());
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .find((pair) => pair?.startsWith('_interaction='));
    const unsigned = await fetch(`${tenant.logto.url}/api/experience`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: cookie ?? '' },
      body: JSON.stringify({ interactionEvent: 'SignIn' }),
    });
    expect(unsigned.status).toBe(400);
  });
});

describe('a body', () => {
  const post = (path: string, body: string, type: string) =>
    fetch(`${tenant.logto.issuer}${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
  const form = 'application/x-www-form-urlencoded';

  test('of JSON counts as a form', async () => {
    const { refresh_token } = await signInByCode(tenant, newAddress(), { event: 'Register' });
    const body = { grant_type: 'refresh_token', client_id: tenant.spa, refresh_token };
    const response = await post('/token', JSON.stringify(body), 'application/json');
    expect(response.status).toBe(200);
  });

  test.each(['no json', '"text"', 'null'])('of broken JSON counts as empty: %s', async (text) => {
    const response = await post('/token', text, 'application/json');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });

  test('with a null byte is refused', async () => {
    const response = await post('/token', 'grant_type=x\0', form);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error_description: 'null bytes are not allowed in the request body',
    });
  });

  test('is read up to 56 KiB', async () => {
    const head = 'grant_type=';
    const filled = (size: number) => head + 'x'.repeat(size - head.length);
    expect((await post('/token', filled(56 * 1024), form)).status).toBe(400);
    expect((await post('/token', filled(56 * 1024 + 1), form)).status).toBe(404);
  });

  test('of another kind is not read', async () => {
    const response = await post('/token', 'grant_type=refresh_token', 'text/plain');
    expect(response.status).toBe(400);
  });
});

describe('an answer', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${tenant.logto.issuer}${path}`, { headers, redirect: 'manual' });

  test('that is known already is not sent again', async () => {
    const first = await get('/.well-known/openid-configuration');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"?[\w-]+"?$/);
    // Else fetch says that it wants no answer of before.
    const known = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    const again = await get('/.well-known/openid-configuration', known);
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await get('/jwks', known);
    expect(other.status).toBe(200);
  });

  test('with the keys is asked for each time, others say nothing of it', async () => {
    expect((await get('/jwks')).headers.get('cache-control')).toBe(
      'no-cache, max-age=0, must-revalidate',
    );
    const discovery = await get('/.well-known/openid-configuration');
    expect(discovery.headers.get('cache-control')).toBeNull();
  });

  test('to a path that there is not is one in JSON', async () => {
    const response = await get('/nowhere');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      code: 'oidc.invalid_request',
      error_description: 'unrecognized route or not allowed method (GET on /nowhere)',
    });
  });

  test('to a wrong request has a code and a message, in the language of the visitor', async () => {
    const bad = '/auth?client_id=nobody';
    const english = (await (await get(bad)).json()) as object;
    expect(english).toMatchObject({
      code: 'oidc.invalid_client',
      message: 'An OIDC error occurred: oidc.invalid_client.',
      error: 'invalid_client',
    });
    const chinese = await get(bad, { 'accept-language': 'zh-CN' });
    expect(await chinese.json()).toMatchObject({ message: expect.stringContaining('发生了') });
    const bare = (await (await get(`${bad}&parse_error=false`)).json()) as object;
    expect(bare).not.toHaveProperty('code');
    expect(bare).toMatchObject({ error: 'invalid_client' });
  });

  test('about a wrong grant says where to read about it, another does not', async () => {
    const refresh = { grant_type: 'refresh_token', client_id: tenant.spa, refresh_token: 'x' };
    expect(await (await requestToken(tenant, refresh)).json()).toHaveProperty('error_uri');
    const unknown = { grant_type: 'nope', client_id: tenant.spa };
    const other = (await (await requestToken(tenant, unknown)).json()) as object;
    expect(other).not.toHaveProperty('error_uri');
    expect(other).toMatchObject({ code: 'oidc.unsupported_grant_type' });
  });
});

test('several resources may stand in one parameter, with commas', async () => {
  const indicators = ['https://one.example', 'https://two.example'];
  for (const indicator of indicators) {
    await tenant.api('POST', '/resources', { name: indicator, indicator });
  }
  const { refresh_token } = await signInByCode(tenant, newAddress(), {
    event: 'Register',
    parameters: { resource: indicators.join(',') },
  });
  const form = { grant_type: 'refresh_token', client_id: tenant.spa, refresh_token };
  const resource = 'https://two.example';
  const response = await requestToken(tenant, { ...form, resource });
  expect(await response.json()).toMatchObject({ scope: '', token_type: 'Bearer' });
});

describe('signing out', () => {
  test('without an address to return to ends on a page in the language of the visitor', async () => {
    const browser = tenant.browser();
    await signInByCode(tenant, newAddress(), { event: 'Register', browser });
    const done = await signOut(browser);
    const text = async (language: string) =>
      (await browser.fetch(done, { headers: { 'accept-language': language } })).text();
    expect(await text('en')).toContain('You have successfully signed out.');
    expect(await text('zh-CN')).toContain('你已经成功登出。');
  });
});

describe('claims', () => {
  test('are those of the scopes, and some are told by userinfo alone', async () => {
    const email = newAddress();
    const created = await tenant.api('POST', '/users', {
      primaryEmail: email,
      username: `ada_${people}`,
      name: 'Ada',
      avatar: 'https://example.com/ada.png',
      customData: { level: 3 },
      profile: { familyName: 'Lovelace', locale: 'en-GB' },
    });
    const { id } = (await created.json()) as { id: string };
    const scope = 'openid profile email phone custom_data identities roles';
    const tokens = await signInByCode(tenant, email, { parameters: { scope } });
    const idToken = JSON.parse(atob(tokens.id_token.split('.')[1] ?? ''));
    const shared = {
      sub: id,
      name: 'Ada',
      family_name: 'Lovelace',
      picture: 'https://example.com/ada.png',
      preferred_username: `ada_${people}`,
      locale: 'en-GB',
      username: `ada_${people}`,
      email,
      email_verified: true,
      phone_number: null,
      phone_number_verified: false,
      roles: [],
    };
    expect(idToken).toMatchObject(shared);
    expect(idToken).not.toHaveProperty('custom_data');
    const response = await fetch(`${tenant.logto.issuer}/me`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(await response.json()).toMatchObject({
      ...shared,
      custom_data: { level: 3 },
      identities: {},
    });
    const few = await signInByCode(tenant, email, { parameters: { scope: 'openid' } });
    const claims = JSON.parse(atob(few.id_token.split('.')[1] ?? ''));
    expect(Object.keys(claims)).not.toContain('email');
  });

  test('say the user name that the user prefers', async () => {
    const email = newAddress();
    await tenant.api('POST', '/users', {
      primaryEmail: email,
      username: `grace_${people}`,
      profile: { preferredUsername: 'Amazing' },
    });
    const tokens = await signInByCode(tenant, email);
    const { preferred_username } = JSON.parse(atob(tokens.id_token.split('.')[1] ?? ''));
    expect(preferred_username).toBe('Amazing');
  });
});

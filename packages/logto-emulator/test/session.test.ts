import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import type { Browser } from './support/browser.ts';
import { exchange, passByCode, requestToken, signInByCode } from './support/sign-in.ts';
import { openTenant, redirectUri } from './support/tenant.ts';

let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  tenant = await openTenant();
});
afterAll(() => tenant[Symbol.asyncDispose]());

let people = 0;
function newAddress() {
  people += 1;
  return `ada${people}@example.com`;
}
/** Ends the session as a browser does: the page that is answered sends its form by itself. */
async function signOut(browser: Browser, query: Record<string, string>): Promise<Response> {
  const page = await browser.fetch(`/oidc/session/end?${new URLSearchParams(query)}`);
  const html = await page.text();
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return browser.fetch(action, {
    method: 'POST',
    body: new URLSearchParams({ xsrf, logout: 'yes' }),
  });
}

test('signs in to a second application without a page', async () => {
  const browser = tenant.browser();
  await signInByCode(tenant, newAddress(), { event: 'Register', browser });
  const query = new URLSearchParams({
    client_id: tenant.web.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email',
    state: 'state-2',
  });
  const callback = await browser.follow(`${tenant.logto.issuer}/auth?${query}`);
  expect(callback.searchParams.get('state')).toBe('state-2');
  const response = await requestToken(
    tenant,
    {
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code: callback.searchParams.get('code') ?? '',
    },
    { authorization: `Basic ${btoa(`${tenant.web.id}:${tenant.web.secret}`)}` },
  );
  expect(response.status).toBe(200);
});

test('renews silently with prompt=none', async () => {
  const browser = tenant.browser();
  await signInByCode(tenant, newAddress(), { event: 'Register', browser });
  const { verifier, challenge } = createPkce();
  const callback = await browser.follow(authorizationUrl(tenant, challenge, { prompt: 'none' }));
  expect(await exchange(tenant, callback, verifier)).toHaveProperty('access_token');
});

test('ends without a question and goes back to the application', async () => {
  const browser = tenant.browser();
  const { id_token } = await signInByCode(tenant, newAddress(), { event: 'Register', browser });
  const ended = await signOut(browser, {
    id_token_hint: id_token,
    post_logout_redirect_uri: 'http://localhost:4200/',
    state: 'bye',
  });
  expect(ended.headers.get('location')).toBe('http://localhost:4200/?state=bye');
  const { challenge } = createPkce();
  const callback = await browser.follow(authorizationUrl(tenant, challenge, { prompt: 'none' }));
  expect(callback.searchParams.get('error')).toBe('login_required');
});

test('does not send anybody to an address that is not registered', async () => {
  const browser = tenant.browser();
  const { id_token } = await signInByCode(tenant, newAddress(), { event: 'Register', browser });
  const response = await browser.fetch(
    `/oidc/session/end?${new URLSearchParams({
      id_token_hint: id_token,
      post_logout_redirect_uri: 'http://evil.example/',
    })}`,
  );
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'oidc.invalid_request' });
});

test('keeps two tabs of two applications apart', async () => {
  const email = newAddress();
  await signInByCode(tenant, email, { event: 'Register' });
  const browser = tenant.browser();
  const { verifier, challenge } = createPkce();
  await browser.fetch(authorizationUrl(tenant, challenge));
  const other = new URLSearchParams({
    client_id: tenant.web.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
  });
  await browser.fetch(`${tenant.logto.issuer}/auth?${other}`);
  const first = browser.fetch.bind(browser);
  browser.fetch = (url, init = {}) =>
    first(url, { ...init, headers: { ...init.headers, 'logto-app-id': tenant.spa } });
  const redirectTo = await passByCode(tenant, browser, 'SignIn', email);
  const callback = await browser.follow(redirectTo);
  expect(await exchange(tenant, callback, verifier)).toHaveProperty('id_token');
});

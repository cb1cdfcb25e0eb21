import { startLocal } from '@dm-kit/local';
import fetchCookie from 'fetch-cookie';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

const redirectUri = 'http://localhost:3000/callback';

let local;
let client;
beforeAll(async () => {
  local = await startLocal({
    logto: { port: 0 },
    directMail: { port: 0 },
    applications: {
      shop: { type: 'web', url: 'http://localhost:3000', redirectUris: ['/callback'] },
    },
  });
  const { issuer, appId, appSecret } = local.applications.shop;
  const options = { execute: [oidc.allowInsecureRequests] };
  client = await oidc.discovery(new URL(issuer), appId, appSecret, undefined, options);
});
beforeEach(() => local.reset());
afterAll(() => local.close());

/** Creates an account as the sign-in page does, and gives what the application gets. */
async function register(address) {
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
  const start = oidc.buildAuthorizationUrl(client, {
    redirect_uri: redirectUri,
    scope: 'openid email',
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  const browser = fetchCookie(fetch);
  const follow = async (url) =>
    (await browser(url, { redirect: 'manual' })).headers.get('location');
  const experience = async (method, path, json) => {
    const response = await browser(`${local.url}/api/experience${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(json ?? {}),
    });
    expect(response.ok, `${path}: ${response.status}`).toBe(true);
    return response.status === 200 ? response.json() : undefined;
  };
  await follow(start);
  await experience('PUT', '', { interactionEvent: 'Register' });
  const identifier = { type: 'email', value: address };
  const { verificationId } = await experience('POST', '/verification/verification-code', {
    interactionEvent: 'Register',
    identifier,
  });
  const { code } = await local.directMail.waitForMessage({ to: address });
  const entered = { identifier, verificationId, code };
  await experience('POST', '/verification/verification-code/verify', entered);
  await experience('POST', '/identification', { verificationId });
  const { redirectTo } = await experience('POST', '/submit');
  let location = redirectTo;
  while (!location.startsWith(redirectUri)) {
    location = new URL(await follow(location), local.url).href;
  }
  const tokens = await oidc.authorizationCodeGrant(client, new URL(location), { pkceCodeVerifier });
  return tokens.claims();
}

test('a user registers with the code from the mail', async () => {
  expect(await register('ada@mail.example.com')).toMatchObject({
    iss: local.applications.shop.issuer,
    aud: local.applications.shop.appId,
    email: 'ada@mail.example.com',
    email_verified: true,
  });
});

test('the next test finds nobody there', async () => {
  expect(local.directMail.messages()).toEqual([]);
  expect(await register('ada@mail.example.com')).toMatchObject({ email: 'ada@mail.example.com' });
});

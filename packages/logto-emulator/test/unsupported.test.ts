import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import { passByCode } from './support/sign-in.ts';
import { openTenant, redirectUri, type Tenant } from './support/tenant.ts';

let tenant: Tenant & AsyncDisposable;
beforeAll(async () => {
  tenant = await openTenant();
});
afterAll(() => tenant[Symbol.asyncDispose]());

async function createNative(
  customClientMetadata: object,
  redirectUris: string[] = [],
): Promise<string> {
  const oidcClientMetadata = { redirectUris, postLogoutRedirectUris: [] };
  const answer = await tenant.api('POST', '/applications', {
    name: 'Television',
    type: 'Native',
    oidcClientMetadata,
    customClientMetadata,
  });
  return ((await answer.json()) as { id: string }).id;
}

async function post(path: string, form: Record<string, string>) {
  const response = await fetch(`${tenant.logto.issuer}${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

const notSupported = {
  status: 501,
  body: { code: 'emulator.not_supported', error: 'not_supported' },
};

describe('what the emulator cannot do below /oidc is said to who may do it in Logto', () => {
  test('the device flow', async () => {
    const device = await createNative({ isDeviceFlow: true });
    expect(await post('/device/auth', { client_id: device, scope: 'openid' })).toMatchObject(
      notSupported,
    );
    for (const address of ['/oidc/device', '/device']) {
      expect((await fetch(`${tenant.logto.url}${address}`)).status).toBe(501);
    }
  });

  test('consent to a third-party application', async () => {
    const created = await tenant.api('POST', '/applications', {
      name: 'Somebody else',
      type: 'Traditional',
      isThirdParty: true,
      oidcClientMetadata: { redirectUris: [redirectUri], postLogoutRedirectUris: [] },
    });
    const { id } = (await created.json()) as { id: string };
    const browser = tenant.browser();
    const { challenge } = createPkce();
    await browser.fetch(authorizationUrl(tenant, challenge, { client_id: id }));
    const address = await passByCode(tenant, browser, 'Register', 'ada@example.com');
    const consent = await browser.fetch(
      (await browser.fetch(address)).headers.get('location') ?? '',
    );
    expect({ status: consent.status, body: await consent.json() }).toMatchObject(notSupported);
  });

  test('token exchange', async () => {
    const form = {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: 'token',
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    };
    const allowed = await createNative({ allowTokenExchange: true }, ['http://localhost/callback']);
    expect(await post('/token', { ...form, client_id: allowed })).toMatchObject(notSupported);
  });
});

describe('others are refused as by Logto', () => {
  test.each([
    ['/device/auth', '', 'urn:ietf:params:oauth:grant-type:device_code is'],
    ['/token', 'urn:ietf:params:oauth:grant-type:token-exchange', 'requested grant type is'],
  ])('%s %s', async (path, grant_type, what) => {
    expect(await post(path, { grant_type, client_id: tenant.spa })).toMatchObject({
      status: 400,
      body: {
        error: 'invalid_request',
        error_description: `${what} not allowed for this client`,
      },
    });
  });
});

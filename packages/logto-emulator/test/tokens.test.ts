import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../src/index.ts';
import { requestToken, signInByCode } from './support/sign-in.ts';
import { openTenant } from './support/tenant.ts';

// It stands still, so that a slow machine does not come too late.
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
function refresh(token: string, more: Record<string, string> = {}) {
  return requestToken(tenant, {
    grant_type: 'refresh_token',
    client_id: tenant.spa,
    refresh_token: token,
    ...more,
  });
}
function userinfo(token: string) {
  return fetch(`${tenant.logto.issuer}/me`, { headers: { authorization: `Bearer ${token}` } });
}

describe('refresh tokens', () => {
  test('rotate; the used one is good for three more seconds, then it ends the grant', async () => {
    const { refresh_token: first } = await signInByCode(tenant, newAddress(), {
      event: 'Register',
    });
    const { refresh_token: second } = (await (await refresh(first)).json()) as {
      refresh_token: string;
    };
    expect(second).not.toBe(first);
    expect((await refresh(first)).status).toBe(200);
    clock.advance(3001);
    expect((await refresh(first)).status).toBe(400);
    expect((await refresh(second)).status).toBe(400);
  });

  test('of a single-page application live fourteen days, rotated or not', async () => {
    const { refresh_token: first } = await signInByCode(tenant, newAddress(), {
      event: 'Register',
    });
    clock.advance(13 * 86_400_000);
    const { refresh_token: second } = (await (await refresh(first)).json()) as {
      refresh_token: string;
    };
    clock.advance(2 * 86_400_000);
    expect((await refresh(second)).status).toBe(400);
  });

  test('are not given without offline_access', async () => {
    const tokens = await signInByCode(tenant, newAddress(), {
      event: 'Register',
      parameters: { scope: 'openid email' },
    });
    expect(tokens).not.toHaveProperty('refresh_token');
  });
});

describe('access tokens', () => {
  test('expire by the clock', async () => {
    const { access_token: token } = await signInByCode(tenant, newAddress(), {
      event: 'Register',
    });
    expect((await userinfo(token)).status).toBe(200);
    clock.advance(3_600_000 + 14_000);
    expect((await userinfo(token)).status).toBe(200);
    clock.advance(1001);
    expect((await userinfo(token)).status).toBe(401);
  });

  test('are short-lived when asked for', async () => {
    await using short = await openTenant({ ttl: { accessToken: 5 } });
    const { expires_in } = await signInByCode(short, newAddress(), { event: 'Register' });
    expect(expires_in).toBe(5);
    // Whoever manages this Logto goes on with a token of an hour.
    const { appId, appSecret, resource, tokenEndpoint } = short.logto.m2m;
    const managing = await fetch(tokenEndpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${appId}:${appSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'all' }),
    });
    expect(await managing.json()).toMatchObject({ expires_in: 3600, scope: 'all' });
  });

  test('of a deleted or suspended user are taken back', async () => {
    const tokens = await signInByCode(tenant, newAddress(), { event: 'Register' });
    const { sub } = decodeJwt(tokens.id_token);
    await tenant.api('PATCH', `/users/${sub}/is-suspended`, { isSuspended: true });
    expect((await userinfo(tokens.access_token)).status).toBe(401);
    expect((await refresh(tokens.refresh_token)).status).toBe(400);
  });

  test('can be revoked and looked into by their client', async () => {
    const tokens = await signInByCode(tenant, newAddress(), { event: 'Register' });
    const body = new URLSearchParams({ token: tokens.refresh_token, client_id: tenant.spa });
    const revoked = await fetch(`${tenant.logto.issuer}/token/revocation`, {
      method: 'POST',
      body,
    });
    expect(revoked.status).toBe(200);
    expect((await refresh(tokens.refresh_token)).status).toBe(400);
  });

  test('for an API resource are JWTs, with the scopes of the roles', async () => {
    const indicator = 'https://api.example.com';
    const create = async (path: string, body: unknown) =>
      (await (await tenant.api('POST', path, body)).json()) as { id: string };
    await create('/resources', { name: 'API', indicator });
    const email = newAddress();
    const tokens = await signInByCode(tenant, email, {
      event: 'Register',
      parameters: { resource: indicator },
    });
    const response = await refresh(tokens.refresh_token, { resource: indicator });
    const { access_token: token } = (await response.json()) as { access_token: string };
    expect(decodeJwt(token)).toMatchObject({
      aud: indicator,
      iss: tenant.logto.issuer,
      client_id: tenant.spa,
    });
    expect(
      (await refresh(tokens.refresh_token, { resource: 'https://other.example' })).status,
    ).toBe(400);
  });
});

describe('organizations', () => {
  test('nobody is a member of an organization', async () => {
    const { refresh_token } = await signInByCode(tenant, newAddress(), { event: 'Register' });
    const response = await refresh(refresh_token, { organization_id: 'acme' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'oidc.access_denied' });
    expect((await refresh(refresh_token)).status).toBe(200);
  });

  test('may be asked for at the sign-in, as libraries do', async () => {
    const tokens = await signInByCode(tenant, newAddress(), {
      event: 'Register',
      parameters: {
        scope: 'openid offline_access urn:logto:scope:organizations',
        resource: 'urn:logto:resource:organizations',
      },
    });
    expect(tokens.access_token).toMatch(/^[\w-]{43}$/);
  });

  test('no application belongs to one', async () => {
    const { appId, appSecret, resource } = tenant.logto.m2m;
    const authorization = `Basic ${btoa(`${appId}:${appSecret}`)}`;
    for (const more of [{}, { resource }] as Record<string, string>[]) {
      const form = { grant_type: 'client_credentials', organization_id: 'acme', ...more };
      const response = await requestToken(tenant, form, { authorization });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({
        error: 'access_denied',
        error_description: 'app has not associated with the organization',
      });
    }
  });

  test('of whom they are a member, users are told; tokens for them there are none', async () => {
    const tokens = await signInByCode(tenant, newAddress(), {
      event: 'Register',
      parameters: { scope: 'openid offline_access urn:logto:scope:organizations' },
    });
    expect(decodeJwt(tokens.id_token).organizations).toEqual([]);
    const answer = await tenant.api('POST', '/organizations', { name: 'Team' });
    const { id } = (await answer.json()) as { id: string };
    const userIds = [decodeJwt(tokens.id_token).sub];
    await tenant.api('POST', `/organizations/${id}/users`, { userIds });
    const userinfo = await fetch(`${tenant.logto.issuer}/me`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(await userinfo.json()).toMatchObject({
      organizations: [id],
      organization_data: [{ id, name: 'Team', description: null }],
    });
    const refused = await refresh(tokens.refresh_token, { organization_id: id });
    expect(refused.status).toBe(501);
    const renewed = (await (await refresh(tokens.refresh_token)).json()) as { id_token: string };
    expect(decodeJwt(renewed.id_token).organizations).toEqual([id]);
  });
});

import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../src/index.ts';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import { passByCode, requestToken, signInByCode, type Tokens } from './support/sign-in.ts';
import { openTenant, redirectUri } from './support/tenant.ts';

/** How applications prove who they are, and what each kind of them gets. */
const clock = createClock(new Date());
let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  tenant = await openTenant({ clock });
});
afterAll(() => tenant[Symbol.asyncDispose]());

const day = 86_400_000;
let people = 0;
function newAddress() {
  people += 1;
  return `ada${people}@example.com`;
}
async function create<T = { id: string }>(path: string, body: object): Promise<T> {
  const response = await tenant.api('POST', path, body);
  expect(response.ok, path).toBe(true);
  return (await response.json()) as T;
}
function basic(id: string, secret: string) {
  return { authorization: `Basic ${btoa(`${id}:${secret}`)}` };
}
async function answerOf(response: Response) {
  return { status: response.status, ...((await response.json()) as object) };
}
function newSecret(id: string, name: string, more: object = {}) {
  return create<{ value: string }>(`/applications/${id}/secrets`, { name, ...more });
}

describe('a client secret', () => {
  const wanted = () => ({
    grant_type: 'client_credentials',
    resource: tenant.logto.m2m.resource,
  });
  async function machine() {
    const application = { name: 'Machine', type: 'MachineToMachine' };
    const { id } = await create('/applications', application);
    const [first] = (await (await tenant.api('GET', `/applications/${id}/secrets`)).json()) as {
      value: string;
    }[];
    return { id, secret: first?.value ?? '' };
  }
  const refused = { status: 401, error: 'invalid_client' };

  test('is one of several, in the header or in the form', async () => {
    const { id, secret } = await machine();
    const { value } = await newSecret(id, 'second');
    for (const one of [secret, value]) {
      const inHeader = await requestToken(tenant, wanted(), basic(id, one));
      expect(inHeader.status).toBe(200);
      const form = { ...wanted(), client_id: id, client_secret: one };
      expect((await requestToken(tenant, form)).status).toBe(200);
    }
  });

  test('is not that of another application, nor one that was deleted, nor none', async () => {
    const { id, secret } = await machine();
    const other = await machine();
    const attempt = async (one: string) =>
      answerOf(await requestToken(tenant, wanted(), basic(id, one)));
    expect(await attempt(other.secret)).toMatchObject(refused);
    expect(await attempt('')).toMatchObject({ error: 'invalid_request' });
    await newSecret(id, 'second');
    const secrets = await tenant.api('GET', `/applications/${id}/secrets`);
    const [{ name } = { name: '' }] = (await secrets.json()) as { name: string }[];
    await tenant.api('DELETE', `/applications/${id}/secrets/${encodeURIComponent(name)}`);
    expect(await attempt(secret)).toMatchObject(refused);
    const form = { ...wanted(), client_id: id, client_secret: 'nope' };
    expect(await answerOf(await requestToken(tenant, form))).toMatchObject(refused);
  });

  test('is taken form-encoded, as RFC 6749 has it, and not when it cannot be decoded', async () => {
    const { id, secret } = await machine();
    const encoded = [...secret].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
    expect((await requestToken(tenant, wanted(), basic(id, encoded))).status).toBe(200);
    const broken = await requestToken(tenant, wanted(), basic(id, '%zz'));
    expect(broken.status).toBe(400);
    const scheme = { authorization: `bAsIc ${btoa(`${id}:${secret}`)}` };
    expect((await requestToken(tenant, wanted(), scheme)).status).toBe(200);
  });

  test('does not expire with another', async () => {
    const { id } = await machine();
    const soon = clock.now().getTime() + 60_000;
    const short = await newSecret(id, 'short', { expiresAt: soon });
    const long = await newSecret(id, 'long', { expiresAt: soon + day });
    const attempt = async (one: string) =>
      (await requestToken(tenant, wanted(), basic(id, one))).status;
    clock.advance(60_000);
    expect(await attempt(short.value)).toBe(200);
    clock.advance(1);
    expect(await attempt(short.value)).toBe(400);
    expect(await attempt(long.value)).toBe(200);
  });

  test('of a deleted application opens nothing', async () => {
    const { id, secret } = await machine();
    await tenant.api('DELETE', `/applications/${id}`);
    const answer = await answerOf(await requestToken(tenant, wanted(), basic(id, secret)));
    expect(answer).toMatchObject({ status: 400, error: 'invalid_client' });
  });
});

describe('a machine', () => {
  test('gets the scopes of its roles, at their resource, and no others', async () => {
    const { id } = await create('/applications', { name: 'M', type: 'MachineToMachine' });
    const { value } = await newSecret(id, 'x');
    const resource = await create('/resources', { name: 'B', indicator: 'https://b.example' });
    const scope = (name: string) =>
      create(`/resources/${resource.id}/scopes`, { name, description: name });
    const [read] = [await scope('read'), await scope('write')];
    const role = await create('/roles', {
      name: 'machine',
      description: 'reads',
      type: 'MachineToMachine',
      scopeIds: [read.id],
    });
    const ask = async () => {
      const form = {
        grant_type: 'client_credentials',
        resource: 'https://b.example',
        scope: 'read write',
      };
      const answer = await requestToken(tenant, form, basic(id, value));
      return (await answer.json()) as { scope?: string; access_token: string; expires_in: number };
    };
    expect((await ask()).scope).toBeUndefined();
    await create(`/applications/${id}/roles`, { roleIds: [role.id] }).catch(() => undefined);
    const { scope: given, access_token, expires_in } = await ask();
    expect([given, expires_in]).toEqual(['read', 3600]);
    expect(decodeJwt(access_token)).toMatchObject({
      aud: 'https://b.example',
      sub: id,
      client_id: id,
      scope: 'read',
    });
  });

  test('has to say for which resource, unless the tenant has one by default', async () => {
    const { id } = await create('/applications', { name: 'M', type: 'MachineToMachine' });
    const { value } = await newSecret(id, 'x');
    const form = { grant_type: 'client_credentials' };
    const ask = async () => answerOf(await requestToken(tenant, form, basic(id, value)));
    expect(await ask()).toMatchObject({ status: 400, error: 'invalid_target' });
    const indicator = 'https://default.example';
    const resource = await create('/resources', { name: 'Default', indicator });
    const path = `/resources/${resource.id}/is-default`;
    expect((await tenant.api('PATCH', path, { isDefault: true })).status).toBe(200);
    const { access_token } = (await ask()) as unknown as Tokens;
    expect(decodeJwt(access_token).aud).toBe(indicator);
    await tenant.api('DELETE', `/resources/${resource.id}`);
  });

  test('signs nobody in, and a single-page application gets no token of its own', async () => {
    const { id } = await create('/applications', { name: 'M', type: 'MachineToMachine' });
    const { value } = await newSecret(id, 'x');
    const code = { grant_type: 'authorization_code', code: 'x', redirect_uri: redirectUri };
    expect((await requestToken(tenant, code, basic(id, value))).status).toBe(400);
    const url = authorizationUrl(tenant, createPkce().challenge, { client_id: id });
    expect((await tenant.browser().fetch(url)).status).toBe(400);
    const own = { grant_type: 'client_credentials', client_id: tenant.spa };
    expect((await requestToken(tenant, own)).status).toBe(400);
    const exchange = {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      client_id: tenant.spa,
      subject_token: 'x',
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    };
    expect((await requestToken(tenant, exchange)).status).toBe(400);
  });
});

/** Signs in to the application with a server, which needs no proof key. */
async function signInToServer(scope: string, prompt?: string) {
  const browser = tenant.browser();
  const query = new URLSearchParams({
    client_id: tenant.web.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    ...(prompt && { prompt }),
  });
  await browser.fetch(`${tenant.logto.issuer}/auth?${query}`);
  const callback = await browser.follow(
    await passByCode(tenant, browser, 'Register', newAddress()),
  );
  const code = callback.searchParams.get('code') ?? '';
  const form = { grant_type: 'authorization_code', redirect_uri: redirectUri, code };
  const answer = await requestToken(tenant, form, basic(tenant.web.id, tenant.web.secret));
  expect(answer.status).toBe(200);
  return (await answer.json()) as Tokens;
}
function setWeb(customClientMetadata: object) {
  return tenant.api('PATCH', `/applications/${tenant.web.id}`, { customClientMetadata });
}
async function renew(token: string) {
  const form = { grant_type: 'refresh_token', refresh_token: token };
  return answerOf(
    await requestToken(tenant, form, basic(tenant.web.id, tenant.web.secret)),
  ) as Promise<Tokens & { status: number; error?: string }>;
}

describe('the refresh token of an application with a server', () => {
  const offline = 'openid offline_access';

  test('is given for offline_access, or always where the application is set so', async () => {
    expect(await signInToServer('openid')).not.toHaveProperty('refresh_token');
    expect(await signInToServer(offline, 'consent')).toHaveProperty('refresh_token');
    await setWeb({ alwaysIssueRefreshToken: true });
    expect(await signInToServer('openid')).toHaveProperty('refresh_token');
    await setWeb({});
  });

  test('is replaced once seven tenths of its life are over, and lives fourteen days anew', async () => {
    const { refresh_token: first } = await signInToServer(offline, 'consent');
    clock.advance(9 * day);
    expect((await renew(first)).refresh_token).toBe(first);
    clock.advance(day);
    const { refresh_token: second } = await renew(first);
    expect(second).not.toBe(first);
    clock.advance(9 * day);
    expect((await renew(second)).status).toBe(200);
  });

  test('is never replaced where rotation is turned off', async () => {
    await setWeb({ rotateRefreshToken: false });
    const { refresh_token } = await signInToServer(offline, 'consent');
    clock.advance(13 * day);
    expect((await renew(refresh_token)).refresh_token).toBe(refresh_token);
    clock.advance(2 * day);
    expect(await renew(refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
    await setWeb({});
  });

  test('lives as many days as the application says', async () => {
    await setWeb({ refreshTokenTtlInDays: 2, rotateRefreshToken: false });
    const { refresh_token } = await signInToServer(offline, 'consent');
    clock.advance(2 * day - 60_000);
    expect((await renew(refresh_token)).status).toBe(200);
    clock.advance(90_000);
    expect((await renew(refresh_token)).status).toBe(400);
    await setWeb({});
  });

  test('is for its application alone', async () => {
    const { refresh_token } = await signInToServer(offline, 'consent');
    const form = { grant_type: 'refresh_token', client_id: tenant.spa, refresh_token };
    expect(await answerOf(await requestToken(tenant, form))).toMatchObject({
      status: 400,
      error: 'invalid_grant',
    });
  });
});

test('an ID token lives as many seconds as the application says', async () => {
  const lifetime = ({ id_token }: Tokens) => {
    const { exp = 0, iat = 0 } = decodeJwt(id_token);
    return exp - iat;
  };
  expect(lifetime(await signInToServer('openid'))).toBe(3600);
  await setWeb({ idTokenTtl: 120 });
  expect(lifetime(await signInToServer('openid'))).toBe(120);
  await setWeb({});
});

describe('a token', () => {
  const post = async (
    path: string,
    token: string,
    client: Record<string, string>,
    headers = {},
  ) => {
    const body = new URLSearchParams({ token, ...client });
    const response = await fetch(`${tenant.logto.issuer}/token/${path}`, {
      method: 'POST',
      headers,
      body,
    });
    const text = await response.text();
    return { status: response.status, ...(text.startsWith('{') ? JSON.parse(text) : {}) };
  };
  const asServer = () => basic(tenant.web.id, tenant.web.secret);
  const ownTokens = () => signInByCode(tenant, newAddress(), { event: 'Register' });

  test('is taken back by its client alone', async () => {
    const tokens = await ownTokens();
    expect(await post('revocation', tokens.refresh_token, {}, asServer())).toMatchObject({
      status: 400,
      error: 'invalid_request',
    });
    const theirs = await signInToServer('openid offline_access', 'consent');
    await post('revocation', theirs.refresh_token, { client_id: tenant.spa });
    expect((await renew(theirs.refresh_token)).status).toBe(200);
    await post('revocation', theirs.refresh_token, {}, asServer());
    expect((await renew(theirs.refresh_token)).status).toBe(400);
  });

  test('is looked into by its client, or by one with a secret', async () => {
    const { access_token } = await ownTokens();
    const own = await post('introspection', access_token, { client_id: tenant.spa });
    expect(own).toMatchObject({ active: true, client_id: tenant.spa, scope: expect.any(String) });
    expect(await post('introspection', access_token, {}, asServer())).toMatchObject({
      active: true,
    });
    const theirs = await signInToServer('openid');
    expect(
      await post('introspection', theirs.access_token, { client_id: tenant.spa }),
    ).toMatchObject({ active: false });
  });
});

describe('scripts of another origin', () => {
  const renewFrom = async (origin: string) => {
    const form = { grant_type: 'refresh_token', client_id: tenant.spa, refresh_token: 'nope' };
    const response = await requestToken(tenant, form, { origin });
    return response.headers.get('access-control-allow-origin');
  };

  test('may call where the application says so, and from where it is redirected to', async () => {
    expect(await renewFrom('https://tools.example')).toBeNull();
    await tenant.api('PATCH', `/applications/${tenant.spa}`, {
      customClientMetadata: { corsAllowedOrigins: ['https://tools.example'] },
    });
    expect(await renewFrom('https://tools.example')).toBe('https://tools.example');
    expect(await renewFrom('http://localhost:4200')).toBe('http://localhost:4200');
    expect(await renewFrom('https://other.example')).toBeNull();
    expect(await renewFrom(tenant.logto.url)).toBe(tenant.logto.url);
    // What is for everybody is for all of them.
    const url = `${tenant.logto.issuer}/.well-known/openid-configuration`;
    const response = await fetch(url, { headers: { origin: 'https://other.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://other.example');
  });
});

describe('a native application', () => {
  test('listens on whatever port it gets, on this machine', async () => {
    const { id } = await create('/applications', {
      name: 'Native',
      type: 'Native',
      oidcClientMetadata: {
        redirectUris: ['http://127.0.0.1/callback', 'com.example.app://callback'],
        postLogoutRedirectUris: [],
      },
    });
    const status = async (uri: string) => {
      const url = authorizationUrl(tenant, createPkce().challenge, {
        client_id: id,
        redirect_uri: uri,
      });
      return (await tenant.browser().fetch(url)).status;
    };
    expect(await status('http://127.0.0.1:5123/callback')).toBe(303);
    expect(await status('com.example.app://callback')).toBe(303);
    expect(await status('http://127.0.0.1:5123/other')).toBe(400);
    expect(await status('http://evil.example:5123/callback')).toBe(400);
  });
});

test('the first application that somebody consents to is on record', async () => {
  const email = newAddress();
  await signInByCode(tenant, email, { event: 'Register' });
  const search = `/users?search.primaryEmail=${encodeURIComponent(email)}`;
  const applicationId = async () => {
    const [user] = (await (await tenant.api('GET', search)).json()) as { applicationId: string }[];
    return user?.applicationId;
  };
  expect(await applicationId()).toBe(tenant.spa);
  const browser = tenant.browser();
  const query = new URLSearchParams({
    client_id: tenant.web.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
  });
  await browser.fetch(`${tenant.logto.issuer}/auth?${query}`);
  await browser.follow(await passByCode(tenant, browser, 'SignIn', email));
  expect(await applicationId()).toBe(tenant.spa);
});

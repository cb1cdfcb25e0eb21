import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../src/index.ts';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import type { Browser } from './support/browser.ts';
import { requestToken, signInByCode, verifyByCode } from './support/sign-in.ts';
import { emailCodes, openTenant, passwords } from './support/tenant.ts';
import { visit } from './support/visitor.ts';

/** Who gets in, and what they get: each of these a mistake that once nobody would have noticed. */
const clock = createClock(new Date());
let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  tenant = await openTenant({ clock });
});
afterAll(() => tenant[Symbol.asyncDispose]());
afterEach(() => tenant.api('PATCH', '/sign-in-exp', emailCodes));

const hour = 3_600_000;
let people = 0;
function newAddress() {
  people += 1;
  return `grace${people}@example.com`;
}

async function create<T>(path: string, body: unknown): Promise<T> {
  const response = await tenant.api('POST', path, body);
  expect(response.status).toBeLessThan(300);
  return (await response.json()) as T;
}

/** A browser that has just been sent to the sign-in page, and what it says to the Experience API. */
async function atSignIn() {
  const browser = tenant.browser();
  await browser.fetch(authorizationUrl(tenant, createPkce().challenge));
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await browser.json(method, `/api/experience${path}`, body);
    const text = await response.text();
    const json = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: response.status, ...json } as { status: number } & Record<string, string>;
  };
  await call('PUT', '', { interactionEvent: 'SignIn' });
  return { browser, call };
}

test('a code that was sent and never entered identifies nobody', async () => {
  const value = newAddress();
  await create('/users', { primaryEmail: value });
  const { call } = await atSignIn();
  const { verificationId } = await call('POST', '/verification/verification-code', {
    interactionEvent: 'SignIn',
    identifier: { type: 'email', value },
  });
  expect(await call('POST', '/identification', { verificationId })).toMatchObject({
    status: 400,
    code: 'session.verification_failed',
  });
  expect((await call('POST', '/submit')).status).toBe(404);
});

describe('a suspended user', () => {
  async function suspended(password?: string) {
    const primaryEmail = newAddress();
    const { id } = await create<{ id: string }>('/users', { primaryEmail, password });
    await tenant.api('PATCH', `/users/${id}/is-suspended`, { isSuspended: true });
    return primaryEmail;
  }
  const refused = { status: 401, code: 'user.suspended' };

  test('does not get in by a code', async () => {
    const email = await suspended();
    const { browser, call } = await atSignIn();
    const verificationId = await verifyByCode(tenant, browser as Browser, 'SignIn', email);
    expect(await call('POST', '/identification', { verificationId })).toMatchObject(refused);
    expect((await call('POST', '/submit')).status).toBe(404);
  });

  test('does not get in by a password', async () => {
    await tenant.api('PATCH', '/sign-in-exp', passwords);
    const password = 'Nn2@another-horse';
    const identifier = { type: 'email', value: await suspended(password) };
    const { call } = await atSignIn();
    const answer = await call('POST', '/verification/password', { identifier, password });
    expect(answer).toMatchObject(refused);
  });

  test('gets nothing for a sign-in that was just over', async () => {
    const email = newAddress();
    const { id } = await create<{ id: string }>('/users', { primaryEmail: email });
    const visitor = await visit(tenant);
    await visitor.identify(await visitor.prove(email));
    const { redirectTo = '' } = await visitor.call('POST', '/submit');
    await tenant.api('PATCH', `/users/${id}/is-suspended`, { isSuspended: true });
    const { searchParams } = await visitor.browser.follow(redirectTo);
    expect(searchParams.get('error')).toBe('invalid_grant');
    expect(searchParams.get('code')).toBeNull();
  });

  test('gets no tokens for those of before', async () => {
    const email = newAddress();
    const tokens = await signInByCode(tenant, email, { event: 'Register' });
    const { sub } = JSON.parse(atob(tokens.id_token.split('.')[1] ?? ''));
    await tenant.api('PATCH', `/users/${sub}/is-suspended`, { isSuspended: true });
    const refreshed = await requestToken(tenant, {
      grant_type: 'refresh_token',
      client_id: tenant.spa,
      refresh_token: tokens.refresh_token,
    });
    expect(refreshed.status).toBe(400);
  });
});

test('a client secret works until it expires', async () => {
  const { id } = await create<{ id: string }>('/applications', {
    name: 'Machine',
    type: 'MachineToMachine',
  });
  const { value } = await create<{ value: string }>(`/applications/${id}/secrets`, {
    name: 'short',
    expiresAt: clock.now().getTime() + hour,
  });
  const resource = tenant.logto.m2m.resource;
  const request = () =>
    requestToken(
      tenant,
      { grant_type: 'client_credentials', resource },
      { authorization: `Basic ${btoa(`${id}:${value}`)}` },
    );
  expect((await request()).status).toBe(200);
  clock.advance(hour + 1);
  const late = await request();
  expect(late.status).toBe(400);
  expect(await late.json()).toMatchObject({ error_description: 'client secret has expired' });
});

describe('too many wrong passwords', () => {
  const password = 'Nn2@another-horse';
  const policy = { maxAttempts: 3, lockoutDuration: 10 };
  async function attempts() {
    await tenant.api('PATCH', '/sign-in-exp', { ...passwords, sentinelPolicy: policy });
    const primaryEmail = newAddress();
    await create('/users', { primaryEmail, password });
    const identifier = { type: 'email', value: primaryEmail };
    return async (text: string) => {
      // Anew for each, because one lives no longer than the failures count.
      const { call } = await atSignIn();
      const answer = await call('POST', '/verification/password', { identifier, password: text });
      return answer.code ?? answer.status;
    };
  }
  const wrong = 'session.invalid_credentials';
  const locked = 'session.verification_blocked_too_many_attempts';

  test('lock the account out, for so many minutes', async () => {
    const enter = await attempts();
    expect([await enter('a'), await enter('b'), await enter('c')]).toEqual([wrong, wrong, locked]);
    clock.advance(10 * 60_000 - 1);
    expect(await enter(password)).toBe(locked);
    clock.advance(1);
    expect(await enter(password)).toBe(200);
  });

  test('of one lock nobody else out, and a right one does not count', async () => {
    const enter = await attempts();
    const other = await attempts();
    expect([await enter('a'), await enter(password), await enter('b')]).toEqual([
      wrong,
      200,
      wrong,
    ]);
    expect(await enter('c')).toBe(locked);
    expect(await other('a')).toBe(wrong);
  });

  test('of codes and of links lock out as well', async () => {
    await attempts();
    const email = newAddress();
    const { call } = await atSignIn();
    const identifier = { type: 'email', value: email };
    const { verificationId } = await call('POST', '/verification/verification-code', {
      interactionEvent: 'SignIn',
      identifier,
    });
    const byCode = (code: string) =>
      call('POST', '/verification/verification-code/verify', { identifier, verificationId, code });
    const byLink = (token: string) =>
      call('POST', '/verification/one-time-token/verify', { identifier, token });
    expect((await byCode('wrong')).code).toBe('verification_code.code_mismatch');
    expect((await byLink('wrong')).code).toBe('one_time_token.token_not_found');
    expect((await byLink('wrong')).code).toBe(locked);
    expect((await byCode(tenant.mailbox.codeFor(email))).code).toBe(locked);
  });

  test('count for an hour', async () => {
    const enter = await attempts();
    expect([await enter('a'), await enter('b')]).toEqual([wrong, wrong]);
    clock.advance(hour - 1);
    expect(await enter('c')).toBe(locked);
  });

  test('say when it ends, in the language of the visitor', async () => {
    const enter = await attempts();
    await enter('a');
    await enter('b');
    await enter('c');
    clock.advance(4 * 60_000);
    const { browser } = await atSignIn();
    const message = async (language: string) => {
      const identifier = { type: 'email', value: `grace${people}@example.com` };
      const response = await browser.json(
        'POST',
        '/api/experience/verification/password',
        { identifier, password },
        { 'accept-language': language },
      );
      return ((await response.json()) as { message: string }).message;
    };
    expect(await message('en')).toContain('try again in 6 minutes');
    expect(await message('zh-CN')).toContain('6分钟后');
  });

  test('that locked the account out do not count towards the next time', async () => {
    const enter = await attempts();
    await enter('a');
    await enter('b');
    clock.advance(hour / 2);
    expect(await enter('c')).toBe(locked);
    clock.advance(hour / 2 + 1);
    expect([await enter('d'), await enter('e'), await enter('f')]).toEqual([wrong, wrong, locked]);
  });

  test('are a hundred where nobody says so, and lock out for an hour', async () => {
    await tenant.api('PATCH', '/sign-in-exp', { sentinelPolicy: {} });
    const email = newAddress();
    const identifier = { type: 'email', value: email };
    const { token } = await create<{ token: string }>('/one-time-tokens', {
      email,
      expiresIn: 7200,
    });
    const { call } = await atSignIn();
    // Links, because to hash a hundred passwords takes long.
    const enter = async (text: string, visitor = call) => {
      const body = { identifier, token: text };
      const { code, status } = await visitor('POST', '/verification/one-time-token/verify', body);
      return code ?? status;
    };
    for (let count = 1; count < 100; count += 1) {
      expect(await enter('wrong')).toBe('one_time_token.token_not_found');
    }
    expect(await enter('wrong')).toBe(locked);
    clock.advance(hour - 1);
    expect(await enter('wrong', (await atSignIn()).call)).toBe(locked);
    clock.advance(2);
    expect(await enter(token, (await atSignIn()).call)).toBe(200);
  });

  test('do not count after an hour', async () => {
    const enter = await attempts();
    expect([await enter('a'), await enter('b')]).toEqual([wrong, wrong]);
    clock.advance(hour);
    expect([await enter('c'), await enter('d'), await enter('e')]).toEqual([wrong, wrong, locked]);
  });
});

test('a role brings the scopes of its own resource, not those of another with the same name', async () => {
  const resource = async (indicator: string) => {
    const { id } = await create<{ id: string }>('/resources', { name: indicator, indicator });
    const scope = await create<{ id: string }>(`/resources/${id}/scopes`, {
      name: 'read',
      description: '',
    });
    return { indicator, scopeId: scope.id };
  };
  const books = await resource('https://books.example');
  const films = await resource('https://films.example');
  const role = await create<{ id: string }>('/roles', {
    name: 'reader',
    description: 'reads books',
    scopeIds: [books.scopeId],
  });
  const email = newAddress();
  const { id } = await create<{ id: string }>('/users', { primaryEmail: email });
  await tenant.api('POST', `/users/${id}/roles`, { roleIds: [role.id] });
  const scopeFor = async ({ indicator }: { indicator: string }) => {
    const tokens = await signInByCode(tenant, email, {
      parameters: { resource: indicator, scope: 'openid offline_access read' },
    });
    const response = await requestToken(tenant, {
      grant_type: 'refresh_token',
      client_id: tenant.spa,
      refresh_token: tokens.refresh_token,
      resource: indicator,
    });
    return ((await response.json()) as { scope: string }).scope;
  };
  expect(await scopeFor(books)).toBe('read');
  expect(await scopeFor(films)).toBe('');
});

test('a password that expired does not get in, a new one does', async () => {
  await tenant.api('PATCH', '/sign-in-exp', passwords);
  await tenant.api('PATCH', '/sign-in-exp', {
    passwordExpiration: { enabled: true, validPeriodDays: 1 },
  });
  const password = 'Nn2@another-horse';
  const identifier = { type: 'email', value: newAddress() };
  const { id } = await create<{ id: string }>('/users', {
    primaryEmail: identifier.value,
    password,
  });
  const enter = async (text: string) => {
    const { call } = await atSignIn();
    const answer = await call('POST', '/verification/password', { identifier, password: text });
    return answer.code ?? answer.status;
  };
  expect(await enter(password)).toBe(200);
  clock.advance(24 * hour);
  expect(await enter(password)).toBe('password.expired');
  expect(await enter('wrong')).toBe('session.invalid_credentials');
  await tenant.api('PATCH', `/users/${id}/password`, { password: 'Xx3#fresh-donkey' });
  expect(await enter('Xx3#fresh-donkey')).toBe(200);
});

test('an allowlist lets nobody else register, in any case of the letters', async () => {
  await tenant.api('PATCH', '/sign-in-exp', {
    emailBlocklistPolicy: {
      customAllowlist: ['@corp.example', 'guest*@partner.example'],
      customBlocklist: ['eve@corp.example', '@*.corp.example'],
    },
  });
  const send = async (value: string) => {
    const { call } = await atSignIn();
    const identifier = { type: 'email', value };
    const body = { interactionEvent: 'Register', identifier };
    return (await call('POST', '/verification/verification-code', body)).status;
  };
  expect(await send('ada@Corp.Example')).toBe(200);
  expect(await send('guest7@partner.example')).toBe(200);
  expect(await send('host@partner.example')).toBe(422);
  expect(await send('Eve@corp.example')).toBe(422);
  expect(await send('ada@mail.corp.example')).toBe(422);
  expect(await send('ada@fine.example')).toBe(422);
});

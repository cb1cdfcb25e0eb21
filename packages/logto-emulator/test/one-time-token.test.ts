import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../src/clock.ts';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import type { Browser } from './support/browser.ts';
import { openTenant, type Tenant } from './support/tenant.ts';

const email = 'ada@example.com';
const clock = createClock(new Date());
let tenant: Tenant & AsyncDisposable;
beforeAll(async () => {
  tenant = await openTenant({ clock });
}, 60_000);
afterAll(() => tenant[Symbol.asyncDispose]());

interface Token {
  id: string;
  token: string;
  status: string;
  createdAt: number;
  expiresAt: number;
}

async function api<T>(method: string, path: string, body?: object): Promise<T> {
  return (await (await tenant.api(method, path, body)).json()) as T;
}

function create(body: object = {}): Promise<Token> {
  return api('POST', '/one-time-tokens', { email, ...body });
}

/** Starts an interaction of this event. */
async function begin(interactionEvent: string): Promise<Browser> {
  const browser = tenant.browser();
  await browser.fetch(authorizationUrl(tenant, createPkce().challenge));
  await browser.json('PUT', '/api/experience', { interactionEvent });
  return browser;
}

async function verify(browser: Browser, token: string, value = email) {
  const path = '/api/experience/verification/one-time-token/verify';
  const response = await browser.json('POST', path, {
    identifier: { type: 'email', value },
    token,
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

describe('the life of a token', () => {
  test('is ten minutes, or what its maker says', async () => {
    const usual = await create();
    expect(usual.expiresAt - usual.createdAt).toBe(600_000);
    const short = await create({ expiresIn: 60 });
    expect(short.expiresAt - short.createdAt).toBe(60_000);
    clock.advance(59_000);
    expect(await api('GET', `/one-time-tokens/${short.id}`)).toMatchObject({ status: 'active' });
    clock.advance(1000);
    expect(await api('GET', `/one-time-tokens/${short.id}`)).toMatchObject({ status: 'expired' });
    expect(await verify(await begin('SignIn'), short.token)).toMatchObject({
      status: 400,
      body: { code: 'one_time_token.token_expired' },
    });
    expect((await verify(await begin('SignIn'), usual.token)).status).toBe(200);
  });

  test.each(['consumed', 'revoked', 'expired'])('ends when it is set to %s', async (status) => {
    const { id, token } = await create();
    expect(await api('PUT', `/one-time-tokens/${id}/status`, { status })).toMatchObject({ status });
    expect((await verify(await begin('SignIn'), token)).body.code).toBe(
      `one_time_token.token_${status}`,
    );
    expect(await api('PUT', `/one-time-tokens/${id}/status`, { status: 'active' })).toMatchObject({
      code: 'one_time_token.cannot_reactivate_token',
    });
  });

  test('ends when it is deleted', async () => {
    const { id, token } = await create();
    expect((await tenant.api('DELETE', `/one-time-tokens/${id}`)).status).toBe(204);
    expect(await verify(await begin('SignIn'), token)).toMatchObject({
      status: 404,
      body: { code: 'one_time_token.token_not_found' },
    });
  });
});

test('a token is for its address, and a failed try does not use it up', async () => {
  const { token } = await create();
  expect((await verify(await begin('SignIn'), token, 'eve@example.com')).body.code).toBe(
    'one_time_token.email_mismatch',
  );
  expect((await verify(await begin('SignIn'), token)).status).toBe(200);
  expect((await verify(await begin('SignIn'), token)).body.code).toBe(
    'one_time_token.token_consumed',
  );
});

test('a token that is bound to an event is good for no other', async () => {
  const { token } = await create({ context: { interactionEvent: 'Register' } });
  expect((await verify(await begin('SignIn'), token)).body.code).toBe(
    'one_time_token.interaction_event_mismatch',
  );
  expect((await verify(await begin('Register'), token)).status).toBe(200);
});

test('what was not verified identifies nobody', async () => {
  const { token } = await create();
  const browser = await begin('SignIn');
  await verify(browser, `${token}x`);
  const interaction = (await (await browser.fetch('/api/experience/interaction')).json()) as {
    verificationRecords: { id: string }[];
  };
  const verificationId = interaction.verificationRecords[0]?.id ?? 'none';
  const answer = await browser.json('POST', '/api/experience/identification', { verificationId });
  expect(answer.status).not.toBe(204);
});

describe('a link that invites to an organization', () => {
  const identify = (browser: Browser, verificationId = '') =>
    browser.json('POST', '/api/experience/identification', { verificationId });

  async function invitation(address: string) {
    const { id } = await api<{ id: string }>('POST', '/organizations', { name: 'Team' });
    const context = { jitOrganizationIds: [id, 'gone'] };
    const { token } = await create({ email: address, context });
    const members = async () =>
      (await api<{ primaryEmail: string }[]>('GET', `/organizations/${id}/users`)).map(
        ({ primaryEmail }) => primaryEmail,
      );
    return { token, members };
  }

  test.each(['Register', 'SignIn'])('makes its user a member (%s)', async (event) => {
    const address = `${event}@example.com`;
    if (event === 'SignIn') {
      await api('POST', '/users', { primaryEmail: address });
    }
    const { token, members } = await invitation(address);
    const browser = await begin(event);
    const { body } = await verify(browser, token, address);
    expect((await identify(browser, body.verificationId)).ok).toBe(true);
    expect((await browser.json('POST', '/api/experience/submit')).status).toBe(200);
    expect(await members()).toEqual([address]);
  });

  test('makes nobody a member who signs in by something else', async () => {
    await api('POST', '/users', { primaryEmail: 'invited@example.com' });
    await api('POST', '/users', { primaryEmail: 'eve@example.com' });
    const { token, members } = await invitation('invited@example.com');
    const browser = await begin('SignIn');
    await verify(browser, token, 'invited@example.com');
    const identifier = { type: 'email', value: 'eve@example.com' };
    const path = '/api/experience/verification/verification-code';
    const sent = await browser.json('POST', path, { interactionEvent: 'SignIn', identifier });
    const { verificationId } = (await sent.json()) as { verificationId: string };
    const code = tenant.mailbox.codeFor(identifier.value);
    await browser.json('POST', `${path}/verify`, { identifier, verificationId, code });
    expect((await identify(browser, verificationId)).status).toBe(204);
    expect((await browser.json('POST', '/api/experience/submit')).status).toBe(200);
    expect(await members()).toEqual([]);
  });
});

test('the list is filtered by address and status, newest first', async () => {
  const other = 'grace@example.com';
  const first = await create({ email: other });
  clock.advance(1000);
  const second = await create({ email: other });
  await api('PUT', `/one-time-tokens/${first.id}/status`, { status: 'revoked' });
  const list = (query: string) =>
    api<Token[]>('GET', `/one-time-tokens?email=${encodeURIComponent(other)}${query}`);
  expect((await list('')).map(({ id }) => id)).toEqual([second.id, first.id]);
  expect((await list('&status=revoked')).map(({ id }) => id)).toEqual([first.id]);
});

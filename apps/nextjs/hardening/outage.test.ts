import type { Account } from 'next-auth';
import { expect, test } from 'vitest';
import { startApplication } from '../test/application';
import { cookieOf, expired, tokenFrom } from '../test/session-cookie';
import type { JwtCallback } from './jwt-callback';
import { outliveOutage } from './outage';

test.each([
  ['overloaded', { status: 503, body: { error: 'server_error' } }],
  ['answered for by another server', { status: 502, body: {} }],
])('a session outlives a Logto that is %s', async (_what, outage) => {
  await using application = await startApplication();
  const { logto, visit, page } = application;
  const cookie = await cookieOf(tokenFrom(logto.issue(), expired));
  logto.options.outage = outage;

  const { session, token } = await page(await visit('/', cookie), cookie);

  expect(session?.user?.email).toBe('ada@example.com');
  // Still the expired token: a page has to look before it uses one.
  expect(token?.expiresAt).toBe(0);
});

test('a session outlives a Logto that does not answer', async () => {
  const { logto, visit, page } = await startApplication();
  const cookie = await cookieOf(tokenFrom(logto.issue(), expired));
  await logto[Symbol.asyncDispose]();

  const { session } = await page(await visit('/', cookie), cookie);
  expect(session?.user?.email).toBe('ada@example.com');
});

test.each([
  ['that Logto refuses to renew', { refreshToken: 'revoked' }],
  ['without a refresh token', { refreshToken: undefined }],
])('a session %s ends', async (_what, changes) => {
  await using application = await startApplication();
  const { logto, visit } = application;
  const cookie = await cookieOf(tokenFrom(logto.issue(), { ...expired, ...changes }));

  const response = await visit('/', cookie);

  expect(response.headers.getSetCookie().join()).toMatch(/authjs.session-token=; Max-Age=0/);
});

test('a sign-in that fails leaves no session, although Logto is only away', async () => {
  const jwt = outliveOutage(async () => {
    throw new Error('away');
  });
  const token = tokenFrom({ id_token: '', access_token: 'x', refresh_token: 'y', expires_in: 1 });
  const params = { token, user: {} } as Parameters<JwtCallback>[0];

  expect(await jwt(params)).toBe(token);
  expect(await jwt({ ...params, account: {} as Account })).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { destination, startApplication } from '../../test/application';
import { cookieOf, expired, tokenFrom } from '../../test/session-cookie';

const resource = 'https://notes.example.com/api';
const settings = { NOTES_API_RESOURCE: resource };

describe('the API', () => {
  const aud = resource;
  const scope = 'read:notes';

  async function ask(application: Awaited<ReturnType<typeof startApplication>>, token?: string) {
    const { GET } = await import('@/app/api/notes/route');
    const headers = token ? { authorization: `Bearer ${token}` } : undefined;
    return GET(new Request(`${application.logto.issuer}/notes`, { headers }));
  }

  test('answers somebody who may read notes', async () => {
    await using application = await startApplication(settings);

    const response = await ask(application, await application.logto.accessToken({ aud, scope }));

    expect(response.status).toBe(200);
    expect(await response.json()).toContain('Buy milk');
  });

  test('asks for a token', async () => {
    await using application = await startApplication(settings);

    const response = await ask(application);

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });

  test.each([
    ['for another resource', { aud: 'https://other.example.com' }, {}],
    ['of another issuer', { iss: 'http://localhost:1/oidc' }, {}],
    ['that has expired', { exp: 1 }, {}],
    ['that never expires', { exp: undefined }, {}],
    ['that is an ID token', {}, { typ: 'JWT' }],
  ])('refuses a token %s', async (_what, claims, header) => {
    await using application = await startApplication(settings);
    const token = await application.logto.accessToken({ aud, scope, ...claims }, header);

    const response = await ask(application, token);

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });

  test('refuses a token that somebody else signed', async () => {
    await using application = await startApplication(settings);
    await using other = await startApplication(settings);
    const { issuer: iss } = application.logto;
    const token = await other.logto.accessToken({ aud, scope, iss });

    expect((await ask(application, token)).status).toBe(401);
  });

  test('refuses a token without the scope', async () => {
    await using application = await startApplication(settings);

    const response = await ask(
      application,
      await application.logto.accessToken({ aud, scope: 'write:notes' }),
    );

    expect(response.status).toBe(403);
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
  });

  test('says that it cannot tell while Logto is away', async () => {
    const application = await startApplication(settings);
    const token = await application.logto.accessToken({ aud, scope });
    await application[Symbol.asyncDispose]();

    expect((await ask(application, token)).status).toBe(503);
  });
});

test('a sign-in asks for the API too', async () => {
  await using application = await startApplication(settings);

  await destination(() => application.signIn('logto', { redirectTo: '/' }));

  const pushed = application.logto.requests.find(({ path }) => path === '/oidc/request')?.form;
  expect(pushed?.get('resource')).toBe(resource);
  expect(pushed?.get('scope')).toBe('openid offline_access profile email read:notes');
});

test('new tokens bring one for the API, and a session without it goes on', async () => {
  await using application = await startApplication(settings);
  const { logto, visit, page } = application;
  const cookie = await cookieOf(tokenFrom(logto.issue(), expired));

  const { session, token } = await page(await visit('/profile', cookie), cookie);

  expect(session?.notes).toEqual({ accessToken: expect.any(String), scope: 'read:notes' });
  expect(token?.accessToken).toMatch(/^access-/);
  expect(logto.count('/oidc/token')).toBe(2);
});

test('where Logto has no such API, none is asked for', async () => {
  await using application = await startApplication();
  const { logto, visit, page, signIn } = application;
  const cookie = await cookieOf(tokenFrom(logto.issue(), expired));

  const { session } = await page(await visit('/profile', cookie), cookie);
  await destination(() => signIn('logto', { redirectTo: '/' }));

  expect(session?.notes).toBeUndefined();
  expect(logto.count('/oidc/token')).toBe(1);
  const pushed = logto.requests.find(({ path }) => path === '/oidc/request')?.form;
  expect(pushed?.has('resource')).toBe(false);
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import type { Browser } from './support/browser.ts';
import { exchange, verifyByCode } from './support/sign-in.ts';
import { openTenant, passwords } from './support/tenant.ts';

let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  tenant = await openTenant();
  await tenant.api('PATCH', '/sign-in-exp', passwords);
});
afterAll(() => tenant[Symbol.asyncDispose]());

const password = 'Correct-horse-1';
let email: string;
let browser: Browser;
let verifier: string;
let people = 0;
beforeEach(async () => {
  people += 1;
  email = `ada${people}@example.com`;
  browser = tenant.browser();
  const pkce = createPkce();
  verifier = pkce.verifier;
  await browser.fetch(authorizationUrl(tenant, pkce.challenge));
});

/** Calls the Experience API and answers status and body. */
async function call(method: string, path: string, body?: unknown) {
  const response = await browser.json(method, `/api/experience${path}`, body);
  const text = await response.text();
  const json = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, ...json } as { status: number } & Record<string, string>;
}

async function finish() {
  const { redirectTo } = await call('POST', '/submit');
  return exchange(tenant, await browser.follow(redirectTo ?? ''), verifier);
}

describe('registration with a password', () => {
  test('asks for the password after the code, then creates the user', async () => {
    const verificationId = await verifyByCode(tenant, browser, 'Register', email);
    expect(await call('POST', '/identification', { verificationId })).toMatchObject({
      status: 422,
      code: 'user.missing_profile',
      data: { missingProfile: ['password'] },
    });
    expect(await call('POST', '/profile', { type: 'password', value: '12345678' })).toMatchObject({
      status: 422,
      code: 'password.rejected',
      data: [{ code: 'password_rejected.restricted.sequence' }],
    });
    const own = { type: 'password', value: email.split('@')[0] };
    expect((await call('POST', '/profile', own)).code).toBe('password.rejected');
    expect((await call('POST', '/profile', { type: 'password', value: password })).status).toBe(
      204,
    );
    expect(JSON.stringify(await call('GET', '/interaction'))).not.toContain('passwordEncrypted');
    expect((await call('POST', '/identification', {})).status).toBe(201);
    expect(await finish()).toHaveProperty('id_token');
  });
});

describe('signing in with either', () => {
  beforeEach(() => tenant.api('POST', '/users', { primaryEmail: email, password }));

  test('the password is enough', async () => {
    await call('PUT', '', { interactionEvent: 'SignIn' });
    const identifier = { type: 'email', value: email.toUpperCase() };
    const { verificationId } = await call('POST', '/verification/password', {
      identifier,
      password,
    });
    expect((await call('POST', '/identification', { verificationId })).status).toBe(204);
    expect(await finish()).toHaveProperty('id_token');
  });

  test('a code is enough', async () => {
    const verificationId = await verifyByCode(tenant, browser, 'SignIn', email);
    expect((await call('POST', '/identification', { verificationId })).status).toBe(204);
    expect(await finish()).toHaveProperty('id_token');
  });

  test('a wrong password and an unknown address are told alike', async () => {
    await call('PUT', '', { interactionEvent: 'SignIn' });
    const attempt = (value: string) =>
      call('POST', '/verification/password', {
        identifier: { type: 'email', value },
        password: 'wrong',
      });
    const wrong = await attempt(email);
    expect(wrong).toMatchObject({ status: 422, code: 'session.invalid_credentials' });
    expect(await attempt('nobody@example.com')).toEqual(wrong);
  });

  test('too many failures lock the address out, the right password included', async () => {
    await tenant.api('PATCH', '/sign-in-exp', { sentinelPolicy: { maxAttempts: 3 } });
    await call('PUT', '', { interactionEvent: 'SignIn' });
    const identifier = { type: 'email', value: email };
    const codes: (string | undefined)[] = [];
    for (const text of ['a', 'b', 'c', password]) {
      codes.push(
        (await call('POST', '/verification/password', { identifier, password: text })).code,
      );
    }
    const blocked = 'session.verification_blocked_too_many_attempts';
    const wrong = 'session.invalid_credentials';
    expect(codes).toEqual([wrong, wrong, blocked, blocked]);
    await tenant.api('PATCH', '/sign-in-exp', { sentinelPolicy: {} });
  });
});

describe('a forgotten password', () => {
  test('is set anew by a code, and only then holds', async () => {
    await tenant.api('POST', '/users', { primaryEmail: email, password: 'Old-password-1' });
    const verificationId = await verifyByCode(tenant, browser, 'ForgotPassword', email);
    expect((await call('PUT', '/profile/password', { password })).code).toBe(
      'session.identifier_not_found',
    );
    await call('POST', '/identification', { verificationId });
    expect((await call('POST', '/submit')).code).toBe('user.new_password_required_in_profile');
    const same = await call('PUT', '/profile/password', { password: 'Old-password-1' });
    expect(same.code).toBe('user.same_password');
    expect((await call('PUT', '/profile/password', { password })).status).toBe(204);
    expect((await call('POST', '/submit')).status).toBe(204);

    await call('PUT', '', { interactionEvent: 'SignIn' });
    const identifier = { type: 'email', value: email };
    const attempt = (text: string) =>
      call('POST', '/verification/password', { identifier, password: text });
    expect((await attempt('Old-password-1')).code).toBe('session.invalid_credentials');
    expect((await attempt(password)).status).toBe(200);
  });

  test('of an unknown address sends nothing and does not tell', async () => {
    await call('PUT', '', { interactionEvent: 'ForgotPassword' });
    const answer = await call('POST', '/verification/verification-code', {
      interactionEvent: 'ForgotPassword',
      identifier: { type: 'email', value: 'nobody@example.com' },
    });
    expect(answer.status).toBe(200);
    expect(tenant.mailbox.messages.some(({ to }) => to === 'nobody@example.com')).toBe(false);
  });
});

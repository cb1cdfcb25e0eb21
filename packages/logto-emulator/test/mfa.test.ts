import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import type { Browser } from './support/browser.ts';
import { openTenant, type Tenant, usernamePasswords } from './support/tenant.ts';

const username = 'ada';
const password = 'Nn2@another-horse';
const email = 'ada1234@example.com';
let tenant: Tenant & AsyncDisposable;
beforeAll(async () => {
  tenant = await openTenant();
  await tenant.api('PATCH', '/sign-in-exp', {
    ...usernamePasswords,
    mfa: { policy: 'Mandatory', factors: ['EmailVerificationCode'] },
  });
  await tenant.api('POST', '/users', { username, password, primaryEmail: email });
}, 60_000);
afterAll(() => tenant[Symbol.asyncDispose]());

async function post(browser: Browser, path: string, body?: object) {
  const response = await browser.json('POST', `/api/experience${path}`, body);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
}

/** As far as the right password leads. */
async function enterPassword(): Promise<Browser> {
  const browser = tenant.browser();
  await browser.fetch(authorizationUrl(tenant, createPkce().challenge));
  await browser.json('PUT', '/api/experience', { interactionEvent: 'SignIn' });
  const identifier = { type: 'username', value: username };
  const { body } = await post(browser, '/verification/password', { identifier, password });
  await post(browser, '/identification', body);
  return browser;
}

async function sendCode(browser: Browser): Promise<string> {
  const path = '/verification/mfa-verification-code';
  return (await post(browser, path, { identifierType: 'email' })).body.verificationId;
}

function verify(browser: Browser, verificationId: string, code: string) {
  const body = { identifierType: 'email', verificationId, code };
  return post(browser, '/verification/mfa-verification-code/verify', body);
}

test('nobody is signed in before the second factor was verified', async () => {
  const browser = await enterPassword();
  const asked = {
    status: 403,
    body: {
      code: 'session.mfa.require_mfa_verification',
      data: {
        availableFactors: ['EmailVerificationCode'],
        maskedIdentifiers: { EmailVerificationCode: 'ada1****@example.com' },
      },
    },
  };
  expect(await post(browser, '/submit')).toMatchObject(asked);
  const verificationId = await sendCode(browser);
  expect(await post(browser, '/submit')).toMatchObject(asked);
  const code = tenant.mailbox.codeFor(email);
  const wrong = code === '000000' ? '000001' : '000000';
  expect((await verify(browser, verificationId, wrong)).status).toBe(400);
  expect(await post(browser, '/submit')).toMatchObject(asked);
  expect((await verify(browser, verificationId, code)).status).toBe(200);
  expect((await post(browser, '/submit')).body.redirectTo).toMatch(/^http/);
});

test('the code of a second factor is no first one', async () => {
  const browser = await enterPassword();
  const verificationId = await sendCode(browser);
  await verify(browser, verificationId, tenant.mailbox.codeFor(email));
  expect((await post(browser, '/identification', { verificationId })).status).not.toBe(204);
});

test('a second factor is verified by its own code, not by that of another visitor', async () => {
  const [one, other] = [await enterPassword(), await enterPassword()];
  const verificationId = await sendCode(one);
  const code = tenant.mailbox.codeFor(email);
  expect(await verify(other, verificationId, code)).toMatchObject({
    status: 404,
    body: { code: 'session.verification_session_not_found' },
  });
});

test('policies that let users choose are not there, and say so', async () => {
  const factors = ['EmailVerificationCode'];
  await tenant.api('PATCH', '/sign-in-exp', { mfa: { policy: 'UserControlled', factors } });
  const [user] = (await (await tenant.api('GET', '/users')).json()) as { id: string }[];
  await tenant.api('PATCH', `/users/${user?.id}/logto-configs`, { mfa: { enabled: false } });
  expect(await post(await enterPassword(), '/submit')).toMatchObject({
    status: 501,
    body: { code: 'emulator.not_supported' },
  });
});

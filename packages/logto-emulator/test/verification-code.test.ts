import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createClock } from '../src/index.ts';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import type { Browser } from './support/browser.ts';
import { openTenant } from './support/tenant.ts';

// It stands still, so that a slow machine does not come too late.
const clock = createClock(new Date());
let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  tenant = await openTenant({ clock });
});
afterAll(() => tenant[Symbol.asyncDispose]());

const minute = 60_000;
let people = 0;
let email: string;
let browser: Browser;
beforeEach(async () => {
  people += 1;
  email = `ada${people}@example.com`;
  browser = tenant.browser();
  await browser.fetch(authorizationUrl(tenant, createPkce().challenge));
  await call('PUT', '', { interactionEvent: 'Register' });
});

async function call(method: string, path: string, body?: unknown) {
  const response = await browser.json(method, `/api/experience${path}`, body);
  const text = await response.text();
  const json = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, ...json } as { status: number } & Record<string, string>;
}

function send(value = email) {
  return call('POST', '/verification/verification-code', {
    interactionEvent: 'Register',
    identifier: { type: 'email', value },
  });
}

function verify(verificationId: string | undefined, code: string, value = email) {
  return call('POST', '/verification/verification-code/verify', {
    identifier: { type: 'email', value },
    verificationId,
    code,
  });
}

test('a code lives ten minutes', async () => {
  const { verificationId } = await send();
  const code = tenant.mailbox.codeFor(email);
  clock.advance(10 * minute + 1);
  expect(await verify(verificationId, code)).toMatchObject({
    status: 400,
    code: 'verification_code.expired',
  });
});

test('a code takes ten wrong tries, then not even the right one', async () => {
  const { verificationId } = await send();
  const code = tenant.mailbox.codeFor(email);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    expect((await verify(verificationId, 'wrong')).code).toBe('verification_code.code_mismatch');
  }
  expect((await verify(verificationId, code)).code).toBe('verification_code.exceed_max_try');
});

test('a code is good once, for its address and for the last one that was sent', async () => {
  const first = await send();
  const second = await send();
  const code = tenant.mailbox.codeFor(email);
  expect(await verify(first.verificationId, code)).toMatchObject({
    status: 404,
    code: 'session.verification_session_not_found',
  });
  expect((await verify(second.verificationId, code, 'other@example.com')).code).toBe(
    'verification_code.email_mismatch',
  );
  expect((await verify(second.verificationId, '')).code).toBe('verification_code.not_found');
  expect((await verify(second.verificationId, code)).status).toBe(200);
  expect((await verify(second.verificationId, code)).code).toBe('verification_code.not_found');
});

test('ten messages go to an address in ten minutes, however it is written', async () => {
  for (let count = 0; count < 10; count += 1) {
    expect((await send()).status).toBe(200);
  }
  expect(await send(email.toUpperCase())).toMatchObject({
    status: 429,
    code: 'request.message_rate_limited',
  });
  clock.advance(10 * minute + 1);
  expect((await send()).status).toBe(200);
});

test('a message that the connector cannot send does not count, and the code can be asked for again', async () => {
  tenant.mailbox.fail({ code: 'rate_limit_exceeded' });
  for (let count = 0; count < 12; count += 1) {
    expect(await send()).toMatchObject({ status: 429, code: 'connector.rate_limit_exceeded' });
  }
  tenant.mailbox.fail();
  const { verificationId } = await send();
  expect((await verify(verificationId, tenant.mailbox.codeFor(email))).status).toBe(200);
});

test('an interaction lives an hour', async () => {
  clock.advance(61 * minute);
  expect(await send()).toMatchObject({ status: 400, code: 'session.not_found' });
});

test('messages are in the language of the visitor', async () => {
  const response = await browser.json(
    'POST',
    '/api/experience/verification/verification-code/verify',
    { identifier: { type: 'email', value: email }, verificationId: 'nope', code: '1' },
    { 'accept-language': 'fr;q=0.9, zh-CN;q=0.8, en;q=0.7' },
  );
  expect(await response.json()).toMatchObject({ message: '验证失败，请重新验证。' });
});

test('what the connector is given says the language of the authorization request', async () => {
  await browser.fetch(authorizationUrl(tenant, createPkce().challenge, { ui_locales: 'de-AT en' }));
  await call('PUT', '', { interactionEvent: 'Register' });
  await send();
  expect(tenant.mailbox.messages.at(-1)?.payload).toMatchObject({
    locale: 'de',
    uiLocales: 'de-AT en',
  });
});

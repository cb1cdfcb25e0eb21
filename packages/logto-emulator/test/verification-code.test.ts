import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClock } from '../src/index.ts';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import type { Browser } from './support/browser.ts';
import { openTenant } from './support/tenant.ts';
import { visit } from './support/visitor.ts';

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

test('a code lives and takes as many tries as the tenant says, to the end', async () => {
  const policy = { expirationDuration: 60, maxRetryAttempts: 1 };
  await tenant.api('PATCH', '/sign-in-exp', { verificationCodePolicy: policy });
  const { verificationId } = await send();
  const code = tenant.mailbox.codeFor(email);
  clock.advance(minute);
  expect((await verify(verificationId, 'wrong')).code).toBe('verification_code.code_mismatch');
  expect((await verify(verificationId, code)).code).toBe('verification_code.exceed_max_try');
  const late = await send();
  clock.advance(minute);
  expect((await verify(late.verificationId, tenant.mailbox.codeFor(email))).status).toBe(200);
  const later = await send();
  clock.advance(minute + 1);
  expect((await verify(later.verificationId, tenant.mailbox.codeFor(email))).code).toBe(
    'verification_code.expired',
  );
  await tenant.api('PATCH', '/sign-in-exp', { verificationCodePolicy: {} });
});

test('a code lives ten minutes to the end, and outlives nine wrong tries', async () => {
  const { verificationId } = await send();
  clock.advance(10 * minute);
  for (let attempt = 0; attempt < 9; attempt += 1) {
    await verify(verificationId, 'wrong');
  }
  expect((await verify(verificationId, tenant.mailbox.codeFor(email))).status).toBe(200);
});

test('text messages are not there, and say so', async () => {
  const identifier = { type: 'phone', value: '4915112345678' };
  const body = { interactionEvent: 'Register', identifier };
  expect(await call('POST', '/verification/verification-code', body)).toMatchObject({
    status: 501,
    code: 'connector.not_found',
  });
  const { verificationId } = await send();
  const path = '/verification/verification-code/verify';
  expect(await call('POST', path, { identifier, verificationId, code: '1' })).toMatchObject({
    status: 404,
    code: 'session.verification_session_not_found',
  });
});

test('no code is sent to who could not use it, and the answer does not tell', async () => {
  const sendFor = async (interactionEvent: string, value: string) => {
    const body = { interactionEvent, identifier: { type: 'email', value } };
    const { status } = await call('POST', '/verification/verification-code', body);
    return [status, tenant.mailbox.messages.some(({ to }) => to === value)];
  };
  await tenant.api('POST', '/users', { primaryEmail: `known${people}@example.com` });
  const nobody = (name: string) => `${name}${people}@example.com`;
  expect(await sendFor('SignIn', nobody('first'))).toEqual([200, true]);
  expect(await sendFor('ForgotPassword', nobody('second'))).toEqual([200, false]);
  await tenant.api('PATCH', '/sign-in-exp', { signInMode: 'SignIn' });
  expect(await sendFor('SignIn', nobody('third'))).toEqual([200, false]);
  expect(await sendFor('Register', nobody('fourth'))).toEqual([200, true]);
  expect(await sendFor('SignIn', nobody('known'))).toEqual([200, true]);
  await tenant.api('PATCH', '/sign-in-exp', { signInMode: 'SignInAndRegister' });
});

test('an address below another is one like others, unless the tenant says otherwise', async () => {
  expect((await send(`below+${email}`)).status).toBe(200);
  await tenant.api('PATCH', '/sign-in-exp', {
    emailBlocklistPolicy: { blockSubaddressing: true },
  });
  expect((await send(`below+${email}`)).code).toBe(
    'session.email_blocklist.email_subaddressing_not_allowed',
  );
  expect((await send(email)).status).toBe(200);
  await tenant.api('PATCH', '/sign-in-exp', { emailBlocklistPolicy: {} });
});

test('a code is written to the terminal where one asks for it, and nowhere else', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  await send();
  expect(log).not.toHaveBeenCalled();
  await using telling = await openTenant({ logCodes: true });
  const visitor = await visit(telling, 'Register');
  await visitor.send(email);
  expect(log).toHaveBeenCalledWith(`Register code for ${email}: ${telling.mailbox.codeFor(email)}`);
});

test('an address is one, and not longer than Logto takes', async () => {
  const code = async (value: string) => (await send(value)).code;
  expect(await code('nobody')).toBe('guard.invalid_input');
  expect(await code(`${'a'.repeat(245)}@example.com`)).toBe('guard.invalid_input');
  expect(await code('a@@example.com')).toBe('session.email_blocklist.invalid_email');
});

describe('a mail', () => {
  const inMail = async (acceptLanguage: string, parameters: Record<string, string> = {}) => {
    await browser.fetch(authorizationUrl(tenant, createPkce().challenge, parameters));
    await call('PUT', '', { interactionEvent: 'Register' });
    const identifier = { type: 'email', value: email };
    await browser.json(
      'POST',
      '/api/experience/verification/verification-code',
      { interactionEvent: 'Register', identifier },
      { 'accept-language': acceptLanguage },
    );
    return tenant.mailbox.messages.at(-1);
  };

  test.each([
    ['fr-CA, de;q=0.9', 'fr'],
    ['de;q=0.5,ja;q=0.8', 'ja'],
    ['pt', 'pt-BR'],
    ['zh-HK', 'zh-HK'],
    ['ZH-tw', 'zh-TW'],
    ['tlh, nl;q=0.5', 'en'],
    ['', 'en'],
  ])('to a browser that wants "%s" is in %s', async (wanted, language) => {
    expect((await inMail(wanted))?.payload.locale).toBe(language);
  });

  test('is in the language that the application asks for first', async () => {
    const mail = await inMail('fr', { ui_locales: 'tlh ko' });
    expect(mail?.payload).toMatchObject({ locale: 'ko', uiLocales: 'tlh ko' });
  });

  test('is in the language of the tenant where that is to be so', async () => {
    const languageInfo = { autoDetect: false, fallbackLanguage: 'it' };
    await tenant.api('PATCH', '/sign-in-exp', { languageInfo });
    expect((await inMail('fr'))?.payload.locale).toBe('it');
    await tenant.api('PATCH', '/sign-in-exp', {
      languageInfo: { autoDetect: true, fallbackLanguage: 'en' },
    });
  });

  test('is in the language of the tenant where the browser has a broken cookie', async () => {
    const response = await tenant.browser().fetch(authorizationUrl(tenant, createPkce().challenge));
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    const cookie = cookies
      .map((pair) => (pair.startsWith('_logto=') ? '_logto=broken' : pair))
      .join('; ');
    const headers = { cookie, 'content-type': 'application/json' };
    const path = `${tenant.logto.url}/api/experience`;
    await fetch(path, { method: 'PUT', headers, body: '{"interactionEvent":"Register"}' });
    const identifier = { type: 'email', value: email };
    const body = JSON.stringify({ interactionEvent: 'Register', identifier });
    await fetch(`${path}/verification/verification-code`, { method: 'POST', headers, body });
    expect(tenant.mailbox.messages.at(-1)?.payload).toEqual({
      code: expect.any(String),
      locale: 'en',
    });
  });

  test('says which application it is for, and where the visitor is', async () => {
    const mail = await inMail('en');
    expect(mail?.payload).toEqual({
      code: expect.stringMatching(/^\d{6}$/),
      locale: 'en',
      application: { id: tenant.spa, name: 'Angular sample' },
    });
    expect(mail?.ip).toMatch(/127\.0\.0\.1$/);
  });

  test('says which organization the application asks for', async () => {
    const branding = { logoUrl: 'https://example.com/logo.png' };
    const answer = await tenant.api('POST', '/organizations', { name: 'Team', branding });
    const { id } = (await answer.json()) as { id: string };
    const mail = await inMail('en', { organization_id: id });
    expect(mail?.payload).toMatchObject({ organization: { id, name: 'Team', branding } });
    const other = await inMail('en', { organization_id: 'unknown' });
    expect(other?.payload).not.toHaveProperty('organization');
  });
});

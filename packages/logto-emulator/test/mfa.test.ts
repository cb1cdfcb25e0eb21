import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import type { Browser } from './support/browser.ts';
import { openTenant, type Tenant, usernamePasswords } from './support/tenant.ts';
import { visit } from './support/visitor.ts';

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
async function enterPassword(value = username): Promise<Browser> {
  const browser = tenant.browser();
  await browser.fetch(authorizationUrl(tenant, createPkce().challenge));
  await browser.json('PUT', '/api/experience', { interactionEvent: 'SignIn' });
  const identifier = { type: 'username', value };
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

describe('who has to give a second factor', () => {
  const factors = ['EmailVerificationCode'];
  const mustVerify = { status: 403, body: { code: 'session.mfa.require_mfa_verification' } };
  const goesOn = { status: 200 };
  const notThere = { status: 501, body: { code: 'emulator.not_supported' } };
  afterAll(() => tenant.api('PATCH', '/sign-in-exp', { mfa: { policy: 'Mandatory', factors } }));

  let people = 0;
  /** Signs in as somebody new who has made this choice. */
  async function submit(mfa: object, choice: object) {
    people += 1;
    const [name, primaryEmail] = [`user${people}`, `user${people}@example.com`];
    const created = await tenant.api('POST', '/users', { username: name, password, primaryEmail });
    const { id } = (await created.json()) as { id: string };
    await tenant.api('PATCH', `/users/${id}/logto-configs`, { mfa: choice });
    expect((await tenant.api('PATCH', '/sign-in-exp', { mfa })).status).toBe(200);
    return post(await enterPassword(name), '/submit');
  }

  test.each([
    ['Mandatory', { enabled: false }, mustVerify],
    ['UserControlled', { enabled: true }, mustVerify],
    ['UserControlled', {}, mustVerify],
    ['UserControlled', { enabled: false }, notThere],
    ['UserControlled', { enabled: false, skipped: true }, goesOn],
    ['PromptOnlyAtSignIn', { enabled: false }, notThere],
    ['NoPrompt', { enabled: false }, goesOn],
    ['NoPrompt', { enabled: true }, mustVerify],
  ])('by the policy %s with %j', async (policy, choice, answer) => {
    expect(await submit({ policy, factors }, choice)).toMatchObject(answer);
  });

  test('nobody where there are no factors', async () => {
    const answer = await submit({ policy: 'UserControlled', factors: [] }, { enabled: true });
    expect(answer).toMatchObject(goesOn);
  });

  test('nobody knows the factors that the emulator lacks', async () => {
    const answer = await submit({ policy: 'Mandatory', factors: ['Totp'] }, { enabled: true });
    expect(answer).toMatchObject({
      ...notThere,
      body: { message: expect.stringContaining('the policy Mandatory and Totp') },
    });
  });

  test('nor when the emulator has one of several', async () => {
    const mfa = { policy: 'Mandatory', factors: [...factors, 'Totp'] };
    await tenant.api('PATCH', '/sign-in-exp', { mfa });
    await tenant.api('POST', '/users', { username: 'niklaus', password });
    expect(await post(await enterPassword('niklaus'), '/submit')).toMatchObject(notThere);
  });

  test('who has no address is told to add one', async () => {
    await tenant.api('PATCH', '/sign-in-exp', { mfa: { policy: 'Mandatory', factors } });
    await tenant.api('POST', '/users', { username: 'grace', password });
    const visitor = await visit(tenant);
    const identifier = { type: 'username', value: 'grace' };
    const { verificationId } = await visitor.call('POST', '/verification/password', {
      identifier,
      password,
    });
    await visitor.identify(verificationId);
    const missing = {
      status: 422,
      code: 'user.missing_mfa',
      data: { availableFactors: factors },
    };
    expect(await visitor.call('POST', '/submit')).toMatchObject(missing);
    const body = { identifierType: 'email' };
    expect(await visitor.call('POST', '/verification/mfa-verification-code', body)).toMatchObject({
      status: 400,
      code: 'session.mfa.mfa_factor_not_enabled',
    });
    const address = 'grace@example.com';
    const proof = await visitor.prove(address);
    expect(tenant.mailbox.messages.at(-1)).toMatchObject({ to: address, type: 'BindMfa' });
    await visitor.call('POST', '/profile', { type: 'email', verificationId: proof });
    expect(await visitor.finish()).toHaveProperty('id_token');
  });

  test('a newcomer is asked for an address, unless prompts are for signing in alone', async () => {
    const register = async (policy: string, username: string) => {
      const adaptiveMfa = { enabled: policy.startsWith('Prompt') };
      const set = await tenant.api('PATCH', '/sign-in-exp', {
        mfa: { policy, factors },
        adaptiveMfa,
      });
      expect(set.status).toBe(200);
      const visitor = await visit(tenant, 'Register');
      const identity = { identifier: { type: 'username', value: username }, password };
      const path = '/verification/new-password-identity';
      await visitor.identify((await visitor.call('POST', path, identity)).verificationId);
      return visitor.call('POST', '/submit');
    };
    expect(await register('Mandatory', 'linus')).toMatchObject({ code: 'user.missing_mfa' });
    expect(await register('PromptAtSignInAndSignUpMandatory', 'brian')).toMatchObject({
      code: 'user.missing_mfa',
    });
    expect(await register('PromptOnlyAtSignInMandatory', 'dennis')).toMatchObject({ status: 200 });
    await tenant.api('PATCH', '/sign-in-exp', {
      mfa: { policy: 'Mandatory', factors },
      adaptiveMfa: { enabled: false },
    });
  });
});

test('of a short name in an address nothing is shown', async () => {
  await tenant.api('POST', '/users', {
    username: 'bob',
    password,
    primaryEmail: 'bobb@example.com',
  });
  const visitor = await visit(tenant);
  const identifier = { type: 'username', value: 'bob' };
  const body = { identifier, password };
  const { verificationId } = await visitor.call('POST', '/verification/password', body);
  await visitor.identify(verificationId);
  expect((await visitor.call('POST', '/submit')).data.maskedIdentifiers).toEqual({
    EmailVerificationCode: '****@example.com',
  });
});

test('text messages are not there, and say so', async () => {
  const browser = await enterPassword();
  const path = '/verification/mfa-verification-code';
  const sms = { identifierType: 'phone' };
  const answer = { status: 501, body: { code: 'connector.not_found' } };
  expect(await post(browser, path, sms)).toMatchObject(answer);
  expect(
    await post(browser, `${path}/verify`, { ...sms, verificationId: 'x', code: '1' }),
  ).toMatchObject(answer);
});

test('the code of a first factor is no second one', async () => {
  const visitor = await visit(tenant);
  const verificationId = await visitor.send(email);
  const code = tenant.mailbox.codeFor(email);
  const body = { identifierType: 'email', verificationId, code };
  const path = '/verification/mfa-verification-code/verify';
  expect(await visitor.call('POST', path, body)).toMatchObject({
    status: 404,
    code: 'session.verification_session_not_found',
  });
});

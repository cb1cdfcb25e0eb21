import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../src/index.ts';
import { authorizationUrl, createPkce } from './support/authorize.ts';
import { emailCodes, openTenant, passwords, usernamePasswords } from './support/tenant.ts';
import { visit } from './support/visitor.ts';

/** Which proof lets whom in, and where the sign-in experience forbids it. */
const clock = createClock(new Date());
let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  tenant = await openTenant({ clock });
});
afterAll(() => tenant[Symbol.asyncDispose]());
const usual = { ...emailCodes, captchaPolicy: { enabled: false } };
afterEach(() => tenant.api('PATCH', '/sign-in-exp', usual));

const password = 'Nn2@another-horse';
let people = 0;
function newAddress() {
  people += 1;
  return `ada${people}@example.com`;
}
async function api<T = { id: string }>(method: string, path: string, body: object): Promise<T> {
  const response = await tenant.api(method, path, body);
  expect(response.ok, path).toBe(true);
  return (await response.json()) as T;
}
function rules(body: object) {
  return api('PATCH', '/sign-in-exp', body);
}
/** Somebody with an account. */
async function newUser(more: object = {}): Promise<string> {
  const primaryEmail = newAddress();
  await api('POST', '/users', { primaryEmail, ...more });
  return primaryEmail;
}
async function link(email: string, context: object = {}): Promise<string> {
  return (await api<{ token: string }>('POST', '/one-time-tokens', { email, context })).token;
}

async function open(event = 'SignIn') {
  const visitor = await visit(tenant, event);
  const verify = (path: string, body: object) =>
    visitor.call('POST', `/verification/${path}`, body);
  return {
    ...visitor,
    enterPassword: (value: string, text = password, type = 'email') =>
      verify('password', { identifier: { type, value }, password: text }),
    useLink: (value: string, token: string) =>
      verify('one-time-token/verify', { identifier: { type: 'email', value }, token }),
    submit: () => visitor.call('POST', '/submit'),
  };
}

const notEnabled = { status: 422, code: 'user.sign_in_method_not_enabled' };

describe('signing in', () => {
  test('by a code is for those with whom it is turned on', async () => {
    await rules(passwords);
    await rules({
      signIn: {
        methods: [
          { identifier: 'email', password: true, verificationCode: false, isPasswordPrimary: true },
        ],
      },
    });
    const email = await newUser({ password });
    const { prove, identify, enterPassword } = await open();
    expect(await identify(await prove(email))).toMatchObject(notEnabled);
    const { verificationId } = await enterPassword(email);
    expect((await identify(verificationId)).status).toBe(204);
  });

  test('by a password is for the kinds of identifiers with which it is turned on', async () => {
    await rules(usernamePasswords);
    const email = await newUser({ username: 'grace', password });
    const { identify, enterPassword } = await open();
    const byEmail = await enterPassword(email);
    expect(await identify(byEmail.verificationId)).toMatchObject(notEnabled);
    const byName = await enterPassword('grace', password, 'username');
    expect((await identify(byName.verificationId)).status).toBe(204);
  });

  test('takes a proof', async () => {
    const { identify } = await open();
    expect(await identify()).toMatchObject({ status: 400, code: 'guard.invalid_input' });
    expect(await identify('nope')).toMatchObject({
      status: 404,
      code: 'session.verification_session_not_found',
    });
  });

  test('is for one person at a time', async () => {
    const [one, other] = [await newUser(), await newUser()];
    const { prove, identify } = await open();
    expect((await identify(await prove(one))).status).toBe(204);
    expect((await identify(await prove(one))).status).toBe(204);
    expect(await identify(await prove(other))).toMatchObject({
      status: 409,
      code: 'session.identity_conflict',
    });
  });

  test('of who was deleted meanwhile ends', async () => {
    const email = newAddress();
    const { id } = await api('POST', '/users', { primaryEmail: email });
    const { prove, identify, submit } = await open();
    await identify(await prove(email));
    await tenant.api('DELETE', `/users/${id}`);
    expect(await submit()).toMatchObject({ status: 404, code: 'entity.not_found' });
  });

  test('is not possible where there is registration alone, and the other way round', async () => {
    const email = await newUser();
    const { prove, identify } = await open();
    const proof = await prove(email);
    await rules({ signInMode: 'Register' });
    const forbidden = { status: 403, code: 'auth.forbidden' };
    expect(await identify(proof)).toMatchObject(forbidden);
    await rules({ signInMode: 'SignIn' });
    expect((await identify(proof)).status).toBe(204);
    const other = await open('Register');
    const newcomer = await other.prove(newAddress());
    expect(await other.identify(newcomer)).toMatchObject(forbidden);
  });
});

test('an unknown address is told after its code, and named in the message where a link was followed', async () => {
  const email = newAddress();
  const { prove, identify, useLink } = await open();
  const unknown = { status: 404, code: 'user.user_not_exist', data: { identifier: email } };
  expect(await identify(await prove(email))).toMatchObject(unknown);
  const { verificationId } = await useLink(email, await link(email));
  expect(await identify(verificationId)).toMatchObject({
    ...unknown,
    message: `User with ${email} does not exist.`,
  });
});

test('a phone number signs in with its password, however it is written', async () => {
  const method = { identifier: 'phone', password: true, verificationCode: false };
  await rules({
    ...usernamePasswords,
    signIn: { methods: [{ ...method, isPasswordPrimary: true }] },
  });
  await api('POST', '/users', { primaryPhone: '4915112345678', password });
  for (const number of ['4915112345678', '49015112345678', '+49 151 12345678']) {
    const { enterPassword, identify } = await open();
    const { verificationId } = await enterPassword(number, password, 'phone');
    expect((await identify(verificationId)).status, number).toBe(204);
  }
  const { enterPassword } = await open();
  for (const other of ['4915112345679', 'no number']) {
    expect((await enterPassword(other, password, 'phone')).code).toBe(
      'session.invalid_credentials',
    );
  }
});

test('whether there is single sign-on for an address: none, for who is in the middle of a sign-in', async () => {
  const { call } = await open();
  const ask = (email: string) => call('GET', `/sso-connectors?email=${email}`);
  expect(await ask('ada@example.com')).toEqual({ status: 200, connectorIds: [] });
  expect((await ask('nobody')).status).toBe(400);
  const stranger = tenant.browser();
  const response = await stranger.fetch('/api/experience/sso-connectors?email=ada@example.com');
  expect(response.status).toBe(400);
});

describe('a new user name and password', () => {
  const identity = (value: string) => ({ identifier: { type: 'username', value }, password });
  const path = '/verification/new-password-identity';

  test('registers whom they belong to, and identifies nobody at a sign-in', async () => {
    await rules(usernamePasswords);
    const { call, identify, finish } = await open('Register');
    const { verificationId } = await call('POST', path, identity('ada'));
    expect(JSON.stringify(await call('GET', '/interaction'))).not.toContain('asswordEncrypted');
    expect((await identify(verificationId)).status).toBe(201);
    expect(await finish()).toHaveProperty('id_token');

    const later = await open();
    const proof = await later.call('POST', path, identity('brian'));
    expect(await later.identify(proof.verificationId)).toMatchObject({
      code: 'user.sign_in_method_not_enabled',
    });
    expect(await later.call('POST', path, identity('ada'))).toMatchObject({
      status: 422,
      code: 'user.username_already_in_use',
    });
  });
});

describe('a link', () => {
  test('signs in also where no setting has a code or an address', async () => {
    await rules(usernamePasswords);
    const email = await newUser({ username: 'linus', password });
    const { useLink, identify, finish } = await open();
    const { verificationId } = await useLink(email, await link(email));
    expect((await identify(verificationId)).status).toBe(204);
    expect(await finish()).toHaveProperty('id_token');
  });

  test('registers where registration is turned off, and a code does not', async () => {
    await rules({ signInMode: 'SignIn' });
    const email = newAddress();
    const token = await link(email);
    const { useLink, identify, call, finish } = await open('Register');
    const { verificationId } = await useLink(email, token);
    expect((await call('PUT', '/interaction-event', { interactionEvent: 'Register' })).status).toBe(
      204,
    );
    expect((await identify(verificationId)).status).toBe(201);
    expect(await finish()).toHaveProperty('id_token');

    const { call: without } = await open();
    const answer = await without('PUT', '/interaction-event', { interactionEvent: 'Register' });
    expect(answer).toMatchObject({ status: 403, code: 'auth.forbidden' });
  });

  test('does not let a suspended user in', async () => {
    const email = newAddress();
    const { id } = await api('POST', '/users', { primaryEmail: email });
    await api('PATCH', `/users/${id}/is-suspended`, { isSuspended: true });
    const { useLink, identify } = await open();
    const { verificationId } = await useLink(email, await link(email));
    expect(await identify(verificationId)).toMatchObject({ status: 401, code: 'user.suspended' });
  });

  test('leads to a new password whatever the settings have for forgotten ones', async () => {
    await rules({ ...passwords, forgotPasswordMethods: [] });
    const email = await newUser({ password });
    const { useLink, identify, call, submit } = await open('ForgotPassword');
    const { verificationId } = await useLink(email, await link(email));
    expect((await identify(verificationId)).status).toBe(204);
    await call('PUT', '/profile/password', { password: 'Xx3#fresh-donkey' });
    expect((await submit()).status).toBe(204);
  });
});

describe('a captcha, which the emulator cannot show', () => {
  const required = { status: 422, code: 'session.captcha_required' };

  test('is asked for before a code is sent, and before somebody registers or signs in', async () => {
    const email = await newUser();
    const { prove, identify, call, submit } = await open();
    const proof = await prove(email);
    const newcomer = await open('Register');
    const registration = await newcomer.prove(newAddress());
    await rules({ captchaPolicy: { enabled: true } });
    const identifier = { type: 'email', value: email };
    const body = { interactionEvent: 'SignIn', identifier };
    expect(await call('POST', '/verification/verification-code', body)).toMatchObject(required);
    expect(await newcomer.identify(registration)).toMatchObject(required);
    expect((await identify(proof)).status).toBe(204);
    // Who it is, is known by now.
    expect((await call('POST', '/verification/verification-code', body)).status).toBe(200);
    expect(await submit()).toMatchObject(required);
  });

  test('is not asked of who comes by a link', async () => {
    await rules({ captchaPolicy: { enabled: true } });
    const email = newAddress();
    const { useLink, identify, finish } = await open('Register');
    const { verificationId } = await useLink(email, await link(email));
    expect((await identify(verificationId)).status).toBe(201);
    expect(await finish()).toHaveProperty('id_token');
  });
});

describe('a forgotten password', () => {
  test('is replaced by a code alone, and only where that is turned on', async () => {
    await rules({ ...passwords, forgotPasswordMethods: [] });
    const email = await newUser({ password });
    const { prove, identify, enterPassword } = await open('ForgotPassword');
    const refused = { status: 422, code: 'session.not_supported_for_forgot_password' };
    expect(await identify(await prove(email))).toMatchObject(refused);
    // Before 1.42 had the setting, it was so wherever there was a connector.
    await rules({ forgotPasswordMethods: null });
    const { verificationId } = await enterPassword(email);
    expect(await identify(verificationId)).toMatchObject(refused);
    expect((await identify(await prove(email))).status).toBe(204);
  });

  test('is another event than signing in, and neither becomes the other', async () => {
    await rules(passwords);
    const refused = { status: 400, code: 'session.not_supported_for_forgot_password' };
    const forgetful = await open('ForgotPassword');
    const change = (interactionEvent: string) => ({ interactionEvent });
    expect(await forgetful.call('PUT', '/interaction-event', change('SignIn'))).toMatchObject(
      refused,
    );
    const same = await forgetful.call('PUT', '/interaction-event', change('ForgotPassword'));
    expect(same.status).toBe(204);
    const profile = { type: 'username', value: 'ada' };
    expect(await forgetful.call('POST', '/profile', profile)).toMatchObject(refused);
    const visitor = await open();
    expect(await visitor.call('PUT', '/interaction-event', change('ForgotPassword'))).toMatchObject(
      refused,
    );
    expect(await visitor.call('PUT', '/profile/password', { password })).toMatchObject({
      status: 400,
      code: 'session.invalid_interaction_type',
    });
  });

  test('that was replaced is new from now on, and no session begins', async () => {
    await rules(passwords);
    const email = await newUser({ password });
    const { prove, identify, call, submit } = await open('ForgotPassword');
    await identify(await prove(email));
    clock.advance(5000);
    await call('PUT', '/profile/password', { password: 'Xx3#fresh-donkey' });
    expect(await submit()).toEqual({ status: 204 });
    const search = `/users?search.primaryEmail=${encodeURIComponent(email)}`;
    const [user] = (await (await tenant.api('GET', search)).json()) as object[];
    expect(user).toMatchObject({ updatedAt: clock.now().getTime(), lastSignInAt: null });
    expect((await submit()).status).toBe(404);
  });
});

describe('the age of a password', () => {
  const day = 86_400_000;
  const expiry = { passwordExpiration: { enabled: true, validPeriodDays: 2 } };
  const expired = { status: 422, code: 'password.expired' };
  afterEach(() => rules({ passwordExpiration: { enabled: false } }));

  test('begins anew with a new one', async () => {
    await rules({ ...passwords, ...expiry });
    const email = await newUser({ password });
    clock.advance(2 * day);
    const { prove, identify, call, submit } = await open('ForgotPassword');
    await identify(await prove(email));
    await call('PUT', '/profile/password', { password: 'Xx3#fresh-donkey' });
    await submit();
    clock.advance(2 * day - 1);
    expect((await (await open()).enterPassword(email, 'Xx3#fresh-donkey')).status).toBe(200);
    clock.advance(1);
    expect(await (await open()).enterPassword(email, 'Xx3#fresh-donkey')).toMatchObject(expired);
  });

  test('is over when somebody says so, until there is a new one', async () => {
    await rules({ ...passwords, ...expiry });
    const primaryEmail = newAddress();
    const { id } = await api('POST', '/users', { primaryEmail, password });
    await api('PATCH', `/users/${id}/password/expiration`, { isExpired: true });
    expect(await (await open()).enterPassword(primaryEmail)).toMatchObject(expired);
    const { prove, identify, call, submit } = await open('ForgotPassword');
    await identify(await prove(primaryEmail));
    await call('PUT', '/profile/password', { password: 'Xx3#fresh-donkey' });
    await submit();
    expect((await (await open()).enterPassword(primaryEmail, 'Xx3#fresh-donkey')).status).toBe(200);
  });

  test('does not matter where passwords do not expire', async () => {
    await rules({ ...passwords, ...expiry });
    const primaryEmail = newAddress();
    const { id } = await api('POST', '/users', { primaryEmail, password });
    await api('PATCH', `/users/${id}/password/expiration`, { isExpired: true });
    await rules({ passwordExpiration: { enabled: false } });
    expect((await (await open()).enterPassword(primaryEmail)).status).toBe(200);
  });
});

describe('a password brought along', () => {
  test.each([
    ['MD5', '5f4dcc3b5aa765d61d8327deb882cf99'],
    ['SHA1', '5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8'],
    ['SHA256', '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8'],
  ])('as %s lets in, another does not', async (passwordAlgorithm, passwordDigest) => {
    await rules(passwords);
    const email = await newUser({ passwordAlgorithm, passwordDigest });
    const { enterPassword } = await open();
    expect((await enterPassword(email, 'password')).status).toBe(200);
    expect((await enterPassword(email, 'Password')).code).toBe('session.invalid_credentials');
  });

  test('as a hash of another length lets nobody in', async () => {
    await rules(passwords);
    const email = await newUser({ passwordAlgorithm: 'SHA256', passwordDigest: 'abcd' });
    const { enterPassword } = await open();
    expect(await enterPassword(email, 'password')).toMatchObject({
      status: 422,
      code: 'session.invalid_credentials',
    });
  });
});

test('who has not begun an event is told so', async () => {
  const browser = tenant.browser();
  await browser.fetch(authorizationUrl(tenant, createPkce().challenge));
  const response = await browser.fetch('/api/experience/interaction');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: 'session.interaction_not_found' });
});

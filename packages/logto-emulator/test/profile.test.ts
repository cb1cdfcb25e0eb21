import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClock } from '../src/index.ts';
import { emailCodes, openTenant, passwords, usernamePasswords } from './support/tenant.ts';
import { type Answer, type Visitor, visit } from './support/visitor.ts';

/** What a visitor is asked for beside a proof, and what is taken. */
const clock = createClock(new Date());
let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  tenant = await openTenant({ clock });
});
afterAll(() => tenant[Symbol.asyncDispose]());

const password = 'Nn2@another-horse';
const freeNames = {
  caseSensitive: true,
  minLength: 1,
  maxLength: 128,
  allowedChars: { lowercase: true, uppercase: true, numbers: true, underscore: true },
};
let people = 0;
let email: string;
beforeEach(async () => {
  people += 1;
  email = `ada${people}@example.com`;
  await rules({ ...emailCodes, usernamePolicy: freeNames });
});

async function rules(body: object): Promise<void> {
  const response = await tenant.api('PATCH', '/sign-in-exp', body);
  expect(response.ok, await response.text()).toBe(true);
}
async function newUser(body: object): Promise<{ id: string }> {
  const response = await tenant.api('POST', '/users', body);
  return (await response.json()) as { id: string };
}
function give({ call }: Visitor, type: string, value: string): Promise<Answer> {
  return call('POST', '/profile', { type, value });
}
function asksFor(...missingProfile: string[]) {
  return { status: 422, code: 'user.missing_profile', data: { missingProfile } };
}
function refused(code: string) {
  return { status: 422, code };
}

describe('registration', () => {
  test('by a code is refused before the code was entered', async () => {
    const visitor = await visit(tenant, 'Register');
    const proof = await visitor.send(email);
    expect(await visitor.identify(proof)).toMatchObject({
      status: 400,
      code: 'session.verification_failed',
    });
  });

  test('by a password proves no address', async () => {
    await newUser({ username: `mallory${people}`, password });
    await rules(usernamePasswords);
    const visitor = await visit(tenant, 'Register');
    const identifier = { type: 'username', value: `mallory${people}` };
    const body = { identifier, password };
    const { verificationId } = await visitor.call('POST', '/verification/password', body);
    expect(await visitor.identify(verificationId)).toMatchObject({
      status: 400,
      code: 'session.verification_failed',
    });
  });

  test('is refused to an address that was blocked after its code was sent', async () => {
    const visitor = await visit(tenant, 'Register');
    const proof = await visitor.prove(email);
    await rules({ emailBlocklistPolicy: { customBlocklist: [email] } });
    expect(await visitor.identify(proof)).toMatchObject(
      refused('session.email_blocklist.email_not_allowed'),
    );
  });

  test('is refused to an address and to a name that somebody has', async () => {
    await newUser({ primaryEmail: email, username: `taken${people}` });
    const visitor = await visit(tenant, 'Register');
    expect(await visitor.identify(await visitor.prove(email.toUpperCase()))).toMatchObject(
      refused('user.email_already_in_use'),
    );
    expect(await give(visitor, 'username', `taken${people}`)).toMatchObject(
      refused('user.username_already_in_use'),
    );
  });

  test('with several identifiers asks for each, in order, and says what is still missing', async () => {
    await rules({
      signUp: {
        identifiers: ['username'],
        password: true,
        verify: true,
        secondaryIdentifiers: [{ identifier: 'email', verify: true }],
      },
      passwordPolicy: { rejects: { pwned: false } },
    });
    const visitor = await visit(tenant, 'Register');
    expect(await visitor.identify()).toMatchObject(asksFor('username', 'email', 'password'));
    expect((await give(visitor, 'username', `ada${people}`)).status).toBe(204);
    expect(await visitor.identify()).toMatchObject(asksFor('email', 'password'));
    const proof = await visitor.prove(email);
    const byCode = { type: 'email', verificationId: proof };
    expect((await visitor.call('POST', '/profile', byCode)).status).toBe(204);
    expect(await visitor.identify()).toMatchObject(asksFor('password'));
    expect((await give(visitor, 'password', password)).status).toBe(204);
    expect((await visitor.identify()).status).toBe(201);
    expect(await visitor.finish()).toHaveProperty('id_token');
    const found = await tenant.api('GET', `/users?search.username=ada${people}`);
    expect(await found.json()).toMatchObject([
      { username: `ada${people}`, primaryEmail: email, hasPassword: true },
    ]);
  });

  test('with either address or phone is content with an address', async () => {
    await tenant.api('PATCH', '/sign-in-exp', usernamePasswords);
    const visitor = await visit(tenant, 'Register');
    await visitor.identify(await visitor.prove(email));
    await rules({ signUp: { identifiers: ['email'], password: false, verify: true } });
    expect((await visitor.identify()).status).toBe(201);
  });

  test('gives the roles that every new user gets, and no others', async () => {
    const role = async (body: object) =>
      (await (
        await tenant.api('POST', '/roles', { description: 'a role', ...body })
      ).json()) as object;
    const [name, other] = [`reader${people}`, `writer${people}`];
    await role({ name, isDefault: true });
    await role({ name: other });
    const visitor = await visit(tenant, 'Register');
    await visitor.identify(await visitor.prove(email));
    await visitor.finish();
    const search = `/users?search.primaryEmail=${encodeURIComponent(email)}`;
    const [user] = (await (await tenant.api('GET', search)).json()) as { id: string }[];
    const roles = await (await tenant.api('GET', `/users/${user?.id}/roles`)).json();
    expect(roles).toMatchObject([{ name }]);
    expect(roles).toHaveLength(1);
  });

  test('of an address that somebody else registered meanwhile is refused', async () => {
    const visitor = await visit(tenant, 'Register');
    const proof = await visitor.prove(email);
    await newUser({ primaryEmail: email });
    expect(await visitor.identify(proof)).toMatchObject(refused('user.email_already_in_use'));
  });
});

describe('a profile', () => {
  test('of somebody who signs in takes what they do not have yet, and keeps it at the end', async () => {
    const { id } = await newUser({ primaryEmail: email });
    await rules({ ...passwords, signUp: { identifiers: ['email'], password: true, verify: true } });
    const visitor = await visit(tenant);
    expect(await give(visitor, 'username', 'early')).toMatchObject({
      status: 404,
      code: 'session.identifier_not_found',
    });
    await visitor.identify(await visitor.prove(email));
    expect(await visitor.call('POST', '/submit')).toMatchObject(asksFor('password'));
    await give(visitor, 'password', password);
    await give(visitor, 'username', `grace${people}`);
    clock.advance(1000);
    expect(await visitor.finish()).toHaveProperty('id_token');
    const now = clock.now().getTime();
    const user = await (await tenant.api('GET', `/users/${id}`)).json();
    expect(user).toMatchObject({
      username: `grace${people}`,
      hasPassword: true,
      lastSignInAt: now,
      updatedAt: now,
    });
  });

  test('takes the address that signing up asks for, whose code is that of a sign-in', async () => {
    await newUser({ username: `barbara${people}`, password });
    await rules({
      ...usernamePasswords,
      signUp: {
        identifiers: ['username'],
        password: true,
        verify: true,
        secondaryIdentifiers: [{ identifier: 'email', verify: true }],
      },
    });
    const visitor = await visit(tenant);
    const identifier = { type: 'username', value: `barbara${people}` };
    const body = { identifier, password };
    const { verificationId } = await visitor.call('POST', '/verification/password', body);
    await visitor.identify(verificationId);
    expect(await visitor.call('POST', '/submit')).toMatchObject(asksFor('email'));
    const proof = await visitor.prove(email);
    expect(tenant.mailbox.messages.at(-1)).toMatchObject({ to: email, type: 'SignIn' });
    await visitor.call('POST', '/profile', { type: 'email', verificationId: proof });
    expect(await visitor.finish()).toHaveProperty('id_token');
  });

  test('does not take in place of what there is', async () => {
    await newUser({ primaryEmail: email, username: `brian${people}`, password });
    await rules(passwords);
    const visitor = await visit(tenant);
    await visitor.identify(await visitor.prove(email));
    expect(await give(visitor, 'username', 'another')).toMatchObject(
      refused('user.username_exists_in_profile'),
    );
    expect(await give(visitor, 'password', 'Xx3#fresh-donkey')).toMatchObject(
      refused('user.password_exists_in_profile'),
    );
    const other = await visitor.prove(`new${email}`);
    const byCode = { type: 'email', verificationId: other };
    expect(await visitor.call('POST', '/profile', byCode)).toMatchObject(
      refused('user.email_exists_in_profile'),
    );
  });

  test('takes an address by its code alone, entered, and by the rules for addresses', async () => {
    await newUser({ username: `lin${people}`, password });
    await rules({ ...usernamePasswords, passwordPolicy: { rejects: { pwned: false } } });
    const visitor = await visit(tenant);
    const identifier = { type: 'username', value: `lin${people}` };
    const { verificationId: byPassword } = await visitor.call('POST', '/verification/password', {
      identifier,
      password,
    });
    await visitor.identify(byPassword);
    const add = (verificationId: string) =>
      visitor.call('POST', '/profile', { type: 'email', verificationId });
    expect(await add(byPassword)).toMatchObject({
      status: 404,
      code: 'session.verification_session_not_found',
    });
    const proof = await visitor.send(email);
    expect(await add(proof)).toMatchObject({ status: 400, code: 'session.verification_failed' });
    await visitor.enter(proof, email);
    await rules({ emailBlocklistPolicy: { customBlocklist: [email] } });
    expect(await add(proof)).toMatchObject(refused('session.email_blocklist.email_not_allowed'));
    await rules({ emailBlocklistPolicy: {} });
    expect((await add(proof)).status).toBe(204);
    expect(await visitor.finish()).toHaveProperty('id_token');
  });

  test('is checked again at the end: somebody else may have been quicker', async () => {
    await newUser({ primaryEmail: email });
    const visitor = await visit(tenant);
    await visitor.identify(await visitor.prove(email));
    await give(visitor, 'username', `quick${people}`);
    await newUser({ username: `quick${people}` });
    expect(await visitor.call('POST', '/submit')).toMatchObject(
      refused('user.username_already_in_use'),
    );
  });

  test('is checked again at the end: the account may have got it elsewhere', async () => {
    const { id } = await newUser({ primaryEmail: email });
    const visitor = await visit(tenant);
    await visitor.identify(await visitor.prove(email));
    await give(visitor, 'username', `twice${people}`);
    await tenant.api('PATCH', `/users/${id}`, { username: `once${people}` });
    expect(await visitor.call('POST', '/submit')).toMatchObject(
      refused('user.username_exists_in_profile'),
    );
  });

  test('is forgotten with another event, the proofs are not', async () => {
    await newUser({ primaryEmail: email });
    const visitor = await visit(tenant, 'Register');
    const proof = await visitor.prove(email);
    await give(visitor, 'username', `eve${people}`);
    const change = (interactionEvent: string) =>
      visitor.call('PUT', '/interaction-event', { interactionEvent });
    await change('Register');
    expect(await visitor.call('GET', '/interaction')).toMatchObject({
      profile: { username: `eve${people}` },
    });
    await change('SignIn');
    expect(await visitor.call('GET', '/interaction')).toMatchObject({
      interactionEvent: 'SignIn',
      profile: {},
    });
    expect((await visitor.identify(proof)).status).toBe(204);
    await visitor.finish();
    const found = await tenant.api('GET', `/users?search.username=eve${people}`);
    expect(await found.json()).toEqual([]);
  });

  test.each([
    ['phone', { verificationId: 'x' }],
    ['social', { verificationId: 'x' }],
    ['extraProfile', { values: { name: 'Ada' } }],
  ])('of the kind %s is not there, and says so', async (type, rest) => {
    const visitor = await visit(tenant, 'Register');
    expect(await visitor.call('POST', '/profile', { type, ...rest })).toMatchObject({
      status: 501,
      code: 'emulator.not_supported',
    });
  });
});

describe('a user name', () => {
  const name = async (policy: object, value: string) => {
    await rules({ usernamePolicy: { ...freeNames, ...policy } });
    const { code, status } = await give(await visit(tenant, 'Register'), 'username', value);
    return code ?? status;
  };
  const without = (kind: string) => ({
    allowedChars: { ...freeNames.allowedChars, [kind]: false },
  });

  test('is as long as the policy says', async () => {
    const policy = { minLength: 3, maxLength: 5 };
    expect(await name(policy, 'ab')).toBe('user.username_too_short');
    expect(await name(policy, 'abc')).toBe(204);
    expect(await name(policy, 'abcde')).toBe(204);
    expect(await name(policy, 'abcdef')).toBe('user.username_too_long');
  });

  test.each([
    ['uppercase', 'Ada', 'ada'],
    ['lowercase', 'ADa', 'ADA'],
    ['numbers', 'ada1', 'ada'],
    ['underscore', 'a_da', 'ada'],
  ])('has no %s where the policy forbids it', async (kind, wrong, right) => {
    expect(await name(without(kind), wrong)).toBe(`user.username_${kind}_not_allowed`);
    expect(await name(without(kind), right)).toBe(204);
  });

  test('is told apart by the case of its letters, unless the policy does not', async () => {
    await newUser({ username: `Zoe${people}` });
    expect(await name({}, `zoe${people}`)).toBe(204);
    expect(await name({ caseSensitive: false }, `zoe${people}`)).toBe(
      'user.username_already_in_use',
    );
  });
});

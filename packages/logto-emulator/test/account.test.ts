import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createClock } from '../src/clock.ts';
import { signInByCode } from './support/sign-in.ts';
import { openTenant } from './support/tenant.ts';

const clock = createClock(new Date());
const tenant = await openTenant({ clock });
afterAll(() => tenant[Symbol.asyncDispose]());

const before = 'ada@example.com';
const after = 'ada.new@example.com';
const password = 'Nn2@another-horse';
let token: string;

beforeEach(async () => {
  // Past the limit of mails to one address.
  clock.advance(601_000);
  for (const { id } of await users()) {
    await tenant.api('DELETE', `/users/${id}`);
  }
  await tenant.api('PATCH', '/account-center', {
    enabled: true,
    fields: { name: 'Edit', email: 'Edit', username: 'Edit', password: 'Edit' },
  });
  await tenant.api('PATCH', '/sign-in-exp', { passwordPolicy: { rejects: { pwned: false } } });
  ({ access_token: token } = await signInByCode(tenant, before, { event: 'Register' }));
});

async function users(): Promise<{ id: string; primaryEmail: string }[]> {
  return (await (await tenant.api('GET', '/users')).json()) as {
    id: string;
    primaryEmail: string;
  }[];
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
}

/** Calls the Account API as the user, with a proof if there is one. */
async function call(
  method: string,
  path: string,
  json?: object,
  { proof, headers = {} }: { proof?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(`${tenant.logto.url}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(json && { 'content-type': 'application/json' }),
      ...(proof && { 'logto-verification-id': proof }),
      ...headers,
    },
    ...(json && { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text ? JSON.parse(text) : undefined,
    headers: response.headers,
  };
}

/** Has a code sent, and enters it unless told otherwise. @returns the id of the proof */
async function proveAddress(value: string, enter = true): Promise<string> {
  const identifier = { type: 'email', value };
  const sent = await call('POST', '/verifications/verification-code', { identifier });
  const verificationId = String(sent.body.verificationRecordId);
  if (enter) {
    const code = tenant.mailbox.codeFor(value);
    const body = { identifier, verificationId, code };
    const verified = await call('POST', '/verifications/verification-code/verify', body);
    expect(verified).toMatchObject({ status: 200, body: { verificationRecordId: verificationId } });
  }
  return verificationId;
}

function change(email: string, record: string, proof?: string): Promise<Answer> {
  const body = { email, newIdentifierVerificationRecordId: record };
  return call('POST', '/my-account/primary-email', body, { proof });
}

describe('a change of address', () => {
  test('takes a code to each, the old one and the new', async () => {
    const identity = await proveAddress(before);
    expect(tenant.mailbox.messages.at(-1)).toMatchObject({
      to: before,
      type: 'UserPermissionValidation',
      payload: { locale: 'en', application: { id: tenant.spa }, user: { primaryEmail: before } },
    });
    const record = await proveAddress(after);
    expect(tenant.mailbox.messages.at(-1)).toMatchObject({ to: after, type: 'BindNewIdentifier' });
    expect((await change(after, record, identity)).status).toBe(204);
    expect((await call('GET', '/my-account')).body).toMatchObject({ primaryEmail: after });
  });

  test('is refused without a proof of identity, or with one that proves something else', async () => {
    const record = await proveAddress(after);
    const denied = { status: 401, body: { code: 'verification_record.permission_denied' } };
    expect(await change(after, record)).toMatchObject(denied);
    expect(await change(after, record, record)).toMatchObject(denied);
    expect(await change(after, record, await proveAddress(before, false))).toMatchObject(denied);
  });

  test('is refused to an address whose code was not entered, or another than the proven one', async () => {
    const identity = await proveAddress(before);
    const missing = { status: 400, body: { code: 'verification_record.not_found' } };
    expect(await change(after, await proveAddress(after, false), identity)).toMatchObject(missing);
    const record = await proveAddress(after);
    expect(await change('eve@example.com', record, identity)).toMatchObject(missing);
  });

  test('is refused with the identity of somebody else', async () => {
    const identity = await proveAddress(before);
    const other = 'eve@example.com';
    ({ access_token: token } = await signInByCode(tenant, other, { event: 'Register' }));
    expect((await change(after, await proveAddress(after), identity)).status).toBe(401);
  });

  test('is refused to an address that somebody has', async () => {
    await tenant.api('POST', '/users', { primaryEmail: after });
    const identity = await proveAddress(before);
    expect(await change(after, await proveAddress(after), identity)).toMatchObject({
      status: 422,
      body: { code: 'user.email_already_in_use' },
    });
  });

  test('takes proofs for ten minutes', async () => {
    const identity = await proveAddress(before);
    clock.advance(599_000);
    const record = await proveAddress(after);
    clock.advance(1000);
    expect((await change(after, record, identity)).status).toBe(401);
  });
});

test('the last identifier stays', async () => {
  const proof = await proveAddress(before);
  expect(await call('DELETE', '/my-account/primary-email', undefined, { proof })).toMatchObject({
    status: 400,
    body: { code: 'user.last_sign_in_method_required' },
  });
  await call('PATCH', '/my-account', { username: 'ada' }, { proof });
  expect((await call('DELETE', '/my-account/primary-email', undefined, { proof })).status).toBe(
    204,
  );
});

test('a password is set with a proof of identity, and is one itself', async () => {
  expect((await call('POST', '/my-account/password', { password })).status).toBe(401);
  const proof = await proveAddress(before);
  expect((await call('POST', '/my-account/password', { password }, { proof })).status).toBe(204);
  expect((await call('POST', '/verifications/password', { password: 'wrong' })).status).toBe(422);
  const verified = await call('POST', '/verifications/password', { password });
  expect(verified.status).toBe(201);
  const identity = String(verified.body.verificationRecordId);
  expect((await change(after, await proveAddress(after), identity)).status).toBe(204);
});

test('what the account center does not open is neither shown nor changed', async () => {
  await tenant.api('PATCH', '/account-center', { fields: { name: 'ReadOnly', email: 'Off' } });
  const { body } = await call('GET', '/my-account');
  expect(body).toMatchObject({ name: null, hasSecurityVerificationMethod: true });
  expect(body).not.toHaveProperty('primaryEmail');
  expect(await call('PATCH', '/my-account', { name: 'Ada' })).toMatchObject({
    status: 400,
    body: { code: 'account_center.field_not_editable' },
  });
  await tenant.api('PATCH', '/account-center', { enabled: false });
  expect((await call('GET', '/my-account')).body).toMatchObject({
    code: 'account_center.not_enabled',
  });
});

test('another token than the user’s own opens nothing', async () => {
  for (const other of ['nope', tenant.managementToken]) {
    token = other;
    expect((await call('GET', '/my-account')).status).toBe(401);
  }
});

test('an expired token opens nothing', async () => {
  clock.advance(3_601_000);
  expect((await call('GET', '/my-account')).status).toBe(401);
});

test('an application in the browser may call it', async () => {
  const origin = 'http://localhost:4200';
  const preflight = await call('OPTIONS', '/my-account', undefined, {
    headers: { origin, 'access-control-request-method': 'GET' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
  const answer = await call('GET', '/my-account', undefined, { headers: { origin } });
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
});

import { expect, test } from 'vitest';
import { createTestClient } from '../../../test/support/management-client.ts';

async function createUser() {
  const client = await createTestClient();
  const { body } = await client.call('POST', '/users', {
    username: 'ada',
    password: 'old password',
    profile: { givenName: 'Ada', address: { country: 'UK' } },
    customData: { a: 1 },
  });
  return { ...client, id: body.id as string, path: `/users/${body.id}` };
}

test('custom data and profile are merged one level deep', async () => {
  const { call, path } = await createUser();
  await call('PATCH', `${path}/custom-data`, { customData: { b: 2 } });
  expect((await call('GET', `${path}/custom-data`)).body).toEqual({ a: 1, b: 2 });
  const profile = { familyName: 'L', address: { region: 'London' } };
  expect((await call('PATCH', `${path}/profile`, { profile })).body).toEqual({
    givenName: 'Ada',
    familyName: 'L',
    address: { region: 'London' },
  });
});

test('a new password takes the place of the old one', async () => {
  const { call, path } = await createUser();
  const verify = async (password: string) =>
    (await call('POST', `${path}/password/verify`, { password })).status;
  expect(await verify('old password')).toBe(204);
  const { body } = await call('PATCH', `${path}/password`, { password: 'new password' });
  expect(body.hasPassword).toBe(true);
  expect(await verify('old password')).toBe(422);
  expect(await verify('new password')).toBe(204);
  expect((await call('GET', `${path}/has-password`)).body).toEqual({ hasPassword: true });
});

test('a password can be made to expire only where passwords expire', async () => {
  const { call, path } = await createUser();
  const expire = (isExpired: boolean) =>
    call('PATCH', `${path}/password/expiration`, { isExpired });
  expect((await expire(true)).body.code).toBe(
    'sign_in_experiences.password_expiration_not_enabled',
  );
  expect((await expire(false)).status).toBe(200);
});

test('a suspended user is signed out', async () => {
  const { call, path, id, context } = await createUser();
  const revoked: string[] = [];
  context.revokeUser = (userId) => revoked.push(userId);
  const { body } = await call('PATCH', `${path}/is-suspended`, { isSuspended: true });
  expect(body.isSuspended).toBe(true);
  expect(revoked).toEqual([id]);
});

test('settings for MFA and passkeys are kept apart', async () => {
  const { call, path } = await createUser();
  await call('PATCH', `${path}/logto-configs`, { mfa: { enabled: true } });
  const change = { passkeySignIn: { skipped: true }, mfa: { skipped: true } };
  expect((await call('PATCH', `${path}/logto-configs`, change)).body).toEqual({
    mfa: { enabled: true, skipped: true, skipMfaOnSignIn: false },
    passkeySignIn: { skipped: true },
  });
});

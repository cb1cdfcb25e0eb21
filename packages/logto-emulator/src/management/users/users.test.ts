import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestClient } from '../../../test/support/management-client.ts';

const ada = { username: 'ada', primaryEmail: 'ada@example.com', password: 'correct horse' };

test('a user is answered without the hash of the password', async () => {
  const { call, clock } = await createTestClient();
  const { status, body } = await call('POST', '/users', { ...ada, name: '' });
  const now = clock.now().getTime();
  expect(status).toBe(200);
  expect(body).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{12}$/),
    username: 'ada',
    primaryEmail: 'ada@example.com',
    primaryPhone: null,
    name: null,
    avatar: null,
    customData: {},
    identities: {},
    lastSignInAt: null,
    createdAt: now,
    updatedAt: now,
    profile: {},
    applicationId: null,
    isSuspended: false,
    hasPassword: true,
  });
  expect((await call('GET', `/users/${body.id}`)).body).toEqual(body);
});

test('the hash, and the identities of enterprise sign-on, are answered when asked for', async () => {
  const { call } = await createTestClient();
  const digest = { passwordDigest: 'abc', passwordAlgorithm: 'MD5' };
  const { id } = (await call('POST', '/users', { username: 'ada', ...digest })).body;
  const query = 'includePasswordHash=true&includeSsoIdentities=true';
  expect((await call('GET', `/users/${id}?${query}`)).body).toMatchObject({
    ...digest,
    ssoIdentities: [],
  });
  expect((await call('GET', '/users?includePasswordHash=1')).body[0]).toMatchObject(digest);
});

test.each(['MD5', 'SHA1', 'SHA256'])('a password comes along as its %s hash', async (algorithm) => {
  const { call } = await createTestClient();
  const passwordDigest = createHash(algorithm).update('secret').digest('hex');
  const json = { username: 'ada', passwordDigest, passwordAlgorithm: algorithm };
  const { id } = (await call('POST', '/users', json)).body;
  const verify = async (password: string) =>
    (await call('POST', `/users/${id}/password/verify`, { password })).status;
  expect(await verify('secret')).toBe(204);
  expect(await verify('Secret')).toBe(422);
});

test('a hash that cannot be verified here is refused', async () => {
  const { call } = await createTestClient();
  const json = { passwordDigest: '$2b$x', passwordAlgorithm: 'Bcrypt' };
  const { status, body } = await call('POST', '/users', json);
  expect([status, body.code]).toEqual([501, 'emulator.not_supported']);
});

test('two users do not share an identifier; addresses are compared without case', async () => {
  const { call } = await createTestClient();
  await call('POST', '/users', { ...ada, primaryPhone: '8613012345678' });
  const other = (await call('POST', '/users', { username: 'Ada' })).body;
  for (const [json, code] of [
    [{ username: 'ada' }, 'username'],
    [{ primaryEmail: 'ADA@example.com' }, 'email'],
    [{ primaryPhone: '8613012345678' }, 'phone'],
  ] as const) {
    const expected = { status: 422, body: { code: `user.${code}_already_in_use` } };
    expect(await call('POST', '/users', json)).toMatchObject(expected);
    expect(await call('PATCH', `/users/${other.id}`, json)).toMatchObject(expected);
  }
});

test.each([
  [{ username: '1a' }, 'guard.invalid_input'],
  [{ primaryEmail: 'x' }, 'guard.invalid_input'],
  [{ primaryPhone: '1' }, 'user.invalid_phone'],
  [{ name: 'n'.repeat(129) }, 'entity.value_too_long'],
  [{ password: 'a', passwordDigest: 'b' }, 'user.password_and_digest'],
  [{ passwordDigest: 'b' }, 'user.password_algorithm_required'],
])('%j is refused: %s', async (json, code) => {
  const { call } = await createTestClient();
  expect((await call('POST', '/users', json)).body.code).toBe(code);
});

test('a change keeps the rest, and says when it happened', async () => {
  const { call, clock } = await createTestClient();
  const { body } = await call('POST', '/users', ada);
  clock.advance(5000);
  const changed = await call('PATCH', `/users/${body.id}`, { name: 'Ada', primaryEmail: null });
  const updatedAt = clock.now().getTime();
  expect(changed.body).toEqual({ ...body, name: 'Ada', primaryEmail: null, updatedAt });
  expect((await call('PATCH', `/users/${body.id}`, {})).status).toBe(422);
});

test('users are listed newest first, searched and cut into pages', async () => {
  const { call } = await createTestClient();
  for (const name of ['ada', 'bob', 'cat']) {
    await call('POST', '/users', { username: name, primaryEmail: `${name}@example.com` });
  }
  const names = async (query: string) =>
    (await call('GET', `/users?${query}`)).body.map((user: { username: string }) => user.username);
  expect(await names('')).toEqual(['cat', 'bob', 'ada']);
  expect(await names('page=2&page_size=2')).toEqual(['ada']);
  expect(await names('search=%25BOB%25')).toEqual(['bob']);
  expect(await names('search.primaryEmail=c%25')).toEqual(['cat']);
  const failed = await call('GET', '/users?search.password=x');
  expect([failed.status, failed.body.code]).toEqual([400, 'request.invalid_input']);
});

test('a deleted user is gone, with the sessions and roles', async () => {
  const { call, context } = await createTestClient();
  const { id } = (await call('POST', '/users', ada)).body;
  const role = (await call('POST', '/roles', { name: 'r', description: 'r' })).body;
  await call('POST', `/users/${id}/roles`, { roleIds: [role.id] });
  expect((await call('DELETE', `/users/${id}`)).status).toBe(204);
  expect(context.store.userRoles.size).toBe(0);
  for (const [method, json] of [['GET'], ['PATCH', {}], ['DELETE']] as const) {
    const { status, body } = await call(method, `/users/${id}`, json);
    expect([status, body.code]).toEqual([404, 'entity.not_found']);
  }
});

import { expect, test } from 'vitest';
import { createTestClient } from '../../../test/support/management-client.ts';

/** A client with a role for users, one for machines, a user and an application of each kind. */
async function createClient() {
  const client = await createTestClient();
  const create = async (path: string, json: object): Promise<string> =>
    (await client.call('POST', path, json)).body.id;
  const type = 'MachineToMachine';
  return {
    ...client,
    userRole: await create('/roles', { name: 'reader', description: 'd' }),
    machineRole: await create('/roles', { name: 'robot', description: 'd', type }),
    user: await create('/users', { username: 'ada' }),
    machine: await create('/applications', { name: 'M', type }),
    web: await create('/applications', { name: 'W', type: 'Traditional' }),
  };
}

test('roles have distinct names; the internal one is not listed', async () => {
  const { call, userRole } = await createClient();
  const { headers, body } = await call('GET', '/roles');
  expect(headers.get('total-number')).toBe('3');
  expect(body.map(({ name }: { name: string }) => name)).toEqual([
    'Logto Management API access',
    'reader',
    'robot',
  ]);
  const taken = { name: 'robot', description: 'd' };
  expect((await call('POST', '/roles', taken)).body.code).toBe('role.name_in_use');
  expect((await call('PATCH', `/roles/${userRole}`, taken)).body.code).toBe('role.name_in_use');
  expect((await call('PATCH', `/roles/${userRole}`, { description: 'e' })).body).toEqual({
    tenantId: 'default',
    id: userRole,
    name: 'reader',
    description: 'e',
    type: 'User',
    isDefault: false,
  });
});

test('a role brings scopes; those of the Management API only to machines', async () => {
  const { call, userRole, machineRole } = await createClient();
  const json = { scopeIds: ['management-api-all'] };
  expect((await call('POST', `/roles/${userRole}/scopes`, json)).body.code).toBe(
    'role.management_api_scopes_not_assignable_to_user_role',
  );
  const path = `/roles/${machineRole}/scopes`;
  expect(await call('POST', path, json)).toMatchObject({ status: 201, body: [{ name: 'all' }] });
  expect((await call('POST', path, json)).body.code).toBe('role.scope_exists');
  expect((await call('GET', path)).body).toEqual([
    expect.objectContaining({
      name: 'all',
      resource: expect.objectContaining({ id: 'management-api' }),
    }),
  ]);
  expect((await call('DELETE', `${path}/management-api-all`)).status).toBe(204);
  expect((await call('GET', path)).body).toEqual([]);
});

test('users hold roles for users', async () => {
  const { call, user, userRole, machineRole } = await createClient();
  const path = `/users/${user}/roles`;
  expect(await call('POST', path, { roleIds: [userRole] })).toMatchObject({
    status: 201,
    body: { roleIds: [userRole], addedRoleIds: [userRole] },
  });
  expect((await call('POST', path, { roleIds: [machineRole] })).body.code).toBe(
    'user.invalid_role_type',
  );
  expect((await call('GET', `/roles/${userRole}/users`)).body).toMatchObject([{ id: user }]);
  expect((await call('GET', '/roles?type=User')).body).toMatchObject([
    { id: userRole, usersCount: 1, featuredUsers: [{ id: user }] },
  ]);
  expect((await call('GET', `/users?excludeRoleId=${userRole}`)).body).toEqual([]);
  expect((await call('PUT', path, { roleIds: [] })).body).toEqual({ roleIds: [] });
  expect((await call('GET', path)).body).toEqual([]);
});

test('a role is given from its own side too', async () => {
  const { call, user, machine, userRole, machineRole } = await createClient();
  const give = (role: string, kind: 'users' | 'applications', id: string) =>
    call('POST', `/roles/${role}/${kind}`, {
      [kind === 'users' ? 'userIds' : 'applicationIds']: [id],
    });
  expect(await give(userRole, 'users', user)).toMatchObject({ status: 201, body: 'Created' });
  expect((await give(userRole, 'users', user)).body.code).toBe('role.user_exists');
  expect((await give(machineRole, 'users', user)).body.code).toBe('entity.db_constraint_violated');
  expect((await give(machineRole, 'applications', machine)).status).toBe(201);
  expect((await give(machineRole, 'applications', machine)).body.code).toBe(
    'role.application_exists',
  );
  expect((await call('GET', `/roles/${machineRole}/applications`)).body).toMatchObject([
    { id: machine },
  ]);
  for (const path of [`${userRole}/users/${user}`, `${machineRole}/applications/${machine}`]) {
    expect((await call('DELETE', `/roles/${path}`)).status).toBe(204);
    expect((await call('DELETE', `/roles/${path}`)).body.code).toBe('entity.not_found');
  }
});

test('machine-to-machine applications hold roles for machines', async () => {
  const { call, machine, web, userRole, machineRole } = await createClient();
  const path = `/applications/${machine}/roles`;
  const code = async (to: string, roleId: string) =>
    (await call('POST', to, { roleIds: [roleId] })).body.code;
  expect(await code(`/applications/${web}/roles`, machineRole)).toBe('application.invalid_type');
  expect(await code(path, userRole)).toBe('application.invalid_role_type');
  expect(await code(path, machineRole)).toBeUndefined();
  expect((await call('GET', path)).body).toMatchObject([{ id: machineRole }]);
  expect((await call('DELETE', `${path}/${machineRole}`)).status).toBe(204);
  expect((await call('PUT', path, { roleIds: [machineRole] })).body).toBe('OK');
  expect((await call('PUT', path, { roleIds: [] })).body.code).toBe('entity.invalid_input');
  expect((await call('GET', path)).body).toEqual([]);
});

test('a deleted role is taken from everyone', async () => {
  const { call, context, user, userRole } = await createClient();
  await call('POST', `/users/${user}/roles`, { roleIds: [userRole] });
  expect((await call('DELETE', `/roles/${userRole}`)).status).toBe(204);
  expect(context.store.userRoles.size).toBe(0);
  expect((await call('GET', `/roles/${userRole}`)).body.code).toBe('entity.not_exists_with_id');
});

test('a new user gets the roles that are everybody’s', async () => {
  const { call, user } = await createClient();
  const json = { name: 'visitor', description: 'd', isDefault: true };
  const { id } = (await call('POST', '/roles', json)).body;
  const added = (await call('POST', '/users', { username: 'bob' })).body.id;
  expect((await call('GET', `/users/${added}/roles`)).body).toMatchObject([{ id }]);
  expect((await call('GET', `/users/${user}/roles`)).body).toEqual([]);
});

import { expect, test } from 'vitest';
import { createTestClient } from '../../../test/support/management-client.ts';

const api = { name: 'API', indicator: 'https://api.example' };

test('a fresh tenant has the Management API’s resource, which stays as it is', async () => {
  const { call } = await createTestClient();
  expect((await call('GET', '/resources?includeScopes=true')).body).toEqual([
    {
      tenantId: 'default',
      id: 'management-api',
      name: 'Logto Management API',
      indicator: 'https://default.logto.app/api',
      isDefault: false,
      accessTokenTtl: 3600,
      scopes: [expect.objectContaining({ id: 'management-api-all', name: 'all' })],
    },
  ]);
  const path = '/resources/management-api';
  for (const [method, to, json, code] of [
    ['PATCH', path, { name: 'x' }, 'modify'],
    ['DELETE', path, undefined, 'delete'],
    ['POST', `${path}/scopes`, { name: 'x' }, 'modify'],
    ['DELETE', `${path}/scopes/management-api-all`, undefined, 'modify'],
  ] as const) {
    const { status, body } = await call(method, to, json);
    expect([status, body.code]).toEqual([400, `resource.cannot_${code}_management_api`]);
  }
});

test('a resource is created once, changed and deleted', async () => {
  const { call, context } = await createTestClient();
  const created = await call('POST', '/resources', api);
  expect(created).toMatchObject({
    status: 201,
    body: { ...api, accessTokenTtl: 3600, scopes: [] },
  });
  expect(await call('POST', '/resources', api)).toMatchObject({
    status: 422,
    body: {
      code: 'resource.resource_identifier_in_use',
      message: 'The API identifier https://api.example is already in use',
    },
  });
  const path = `/resources/${created.body.id}`;
  const change = { accessTokenTtl: 60, indicator: 'https://other.example' };
  expect((await call('PATCH', path, change)).body).toMatchObject({ ...api, accessTokenTtl: 60 });
  await call('POST', `${path}/scopes`, { name: 'read' });
  expect((await call('DELETE', path)).status).toBe(204);
  expect(context.store.scopes.size).toBe(1);
  expect((await call('GET', path)).body.code).toBe('entity.not_exists_with_id');
});

test('one resource at most is the default', async () => {
  const { call } = await createTestClient();
  const ids: string[] = [];
  for (const name of ['a', 'b']) {
    ids.push((await call('POST', '/resources', { name, indicator: name })).body.id);
  }
  for (const id of ids) {
    await call('PATCH', `/resources/${id}/is-default`, { isDefault: true });
  }
  const list = (await call('GET', '/resources')).body as { id: string; isDefault: boolean }[];
  expect(list.filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([ids[1]]);
});

test('scopes have distinct names without spaces', async () => {
  const { call, clock } = await createTestClient();
  const { id } = (await call('POST', '/resources', api)).body;
  const path = `/resources/${id}/scopes`;
  const { status, body } = await call('POST', path, { name: 'read:books', description: '' });
  expect(status).toBe(201);
  expect(body).toEqual({
    tenantId: 'default',
    id: expect.any(String),
    resourceId: id,
    name: 'read:books',
    description: null,
    createdAt: clock.now().getTime(),
  });
  expect((await call('POST', path, { name: 'read:books' })).body.code).toBe('scope.name_exists');
  expect((await call('POST', path, { name: 'a b' })).body.code).toBe('scope.name_with_space');
  const renamed = await call('PATCH', `${path}/${body.id}`, { name: 'read:all' });
  expect(renamed.body).toEqual({ ...body, name: 'read:all' });
  expect((await call('GET', `${path}?search=read%25`)).body).toEqual([renamed.body]);
  expect((await call('DELETE', `${path}/${body.id}`)).status).toBe(204);
  expect((await call('DELETE', `${path}/${body.id}`)).body.code).toBe('entity.not_found');
});

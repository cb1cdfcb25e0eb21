import { expect, test } from 'vitest';
import { createTestClient } from '../../../test/support/management-client.ts';

async function createApplication(type = 'Traditional') {
  const client = await createTestClient();
  const { id } = (await client.call('POST', '/applications', { name: 'A', type })).body;
  return { ...client, id, path: `/applications/${id}/secrets` };
}

test('a confidential client has a default secret, a public one none', async () => {
  const { call, path, id, clock } = await createApplication();
  expect((await call('GET', path)).body).toEqual([
    {
      tenantId: 'default',
      applicationId: id,
      name: 'Default secret',
      value: expect.stringMatching(/^\w{32}$/),
      createdAt: clock.now().getTime(),
      expiresAt: null,
    },
  ]);
  const publicClient = await createApplication('SPA');
  expect((await publicClient.call('GET', publicClient.path)).body).toEqual([]);
});

test('secrets are added, renamed and deleted by name', async () => {
  const { call, path } = await createApplication();
  const names = async () =>
    (await call('GET', path)).body.map(({ name }: { name: string }) => name);
  const added = await call('POST', path, { name: 'second', expiresAt: 4102444800000 });
  expect(added).toMatchObject({ status: 201, body: { name: 'second', expiresAt: 4102444800000 } });
  const renamed = await call('PATCH', `${path}/second`, { name: 'third' });
  expect(renamed.body).toEqual({ ...added.body, name: 'third' });
  expect(await names()).toEqual(['Default secret', 'third']);
  expect((await call('DELETE', `${path}/third`)).status).toBe(204);
  expect(await names()).toEqual(['Default secret']);
});

test('names are unique, expiry lies in the future, and what is missing is not found', async () => {
  const { call, path, id } = await createApplication();
  await call('POST', path, { name: 'second' });
  const code = async (method: string, to: string, json?: object) => {
    const { status, body } = await call(method, to, json);
    return `${status} ${body.code}`;
  };
  expect(await code('POST', path, { name: 'second' })).toBe('422 application.secret_name_exists');
  expect(await code('PATCH', `${path}/second`, { name: 'Default secret' })).toBe(
    '422 application.secret_name_exists',
  );
  expect(await code('POST', path, { name: 'x', expiresAt: 1 })).toBe('400 request.invalid_input');
  expect(await code('PATCH', `${path}/nope`, { name: 'x' })).toBe('404 entity.not_exists');
  expect(await code('DELETE', `${path}/nope`)).toBe('404 entity.not_found');
  expect(await code('GET', '/applications/nope/secrets')).toBe('404 entity.not_exists_with_id');
  expect(await code('DELETE', `/applications/${id}/legacy-secret`)).toBe(
    '400 application.no_legacy_secret_found',
  );
});

import { type LogtoEmulator, startLogtoEmulator } from '@dm-kit/logto-emulator';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { body, connectToLogto, type LogtoApi } from './logto.ts';
import { ensureProtectedApi, notesApi, removeProtectedApi } from './protected-api.ts';

let emulator: LogtoEmulator;
let api: LogtoApi;
beforeAll(async () => {
  emulator = await startLogtoEmulator({ port: 0 });
});
afterAll(() => emulator.close());
beforeEach(async () => {
  await emulator.reset();
  api = connectToLogto({ endpoint: emulator.url, ...emulator.m2m });
});

async function role() {
  const roles = body(await api.GET('/api/roles', { params: { query: { page_size: 100 } } }));
  const found = roles.find(({ name }) => name === notesApi.role.name);
  const params = { path: { id: found?.id ?? '' } };
  const scopes = found ? body(await api.GET('/api/roles/{id}/scopes', { params })) : [];
  return { ...found, scopes: scopes.map(({ name }) => name) };
}

it('gives every new user the scope', async () => {
  await ensureProtectedApi(api, false);
  expect(await role()).toMatchObject({ isDefault: true, scopes: ['read:notes'] });
  const user = body(await api.POST('/api/users', { body: { primaryEmail: 'a@mail.example.com' } }));
  const params = { path: { userId: user.id } };
  const held = body(await api.GET('/api/users/{userId}/roles', { params }));
  expect(held.map(({ name }) => name)).toEqual(['note-reader']);
});

it('mends what somebody changed', async () => {
  await ensureProtectedApi(api, false);
  const { id = '' } = await role();
  const params = { path: { id } };
  await api.PATCH('/api/roles/{id}', { params, body: { isDefault: false } });
  const changes = await ensureProtectedApi(api, false);
  expect(changes.map(({ action }) => action)).toEqual(['none', 'update']);
  expect(await role()).toMatchObject({ isDefault: true });

  const [scope] = body(await api.GET('/api/roles/{id}/scopes', { params }));
  const held = { path: { id, scopeId: scope?.id ?? '' } };
  await api.DELETE('/api/roles/{id}/scopes/{scopeId}', { params: held });
  await ensureProtectedApi(api, false);
  expect(await role()).toMatchObject({ scopes: ['read:notes'] });
});

it('is gone after it was removed', async () => {
  await ensureProtectedApi(api, false);
  expect(await removeProtectedApi(api, false)).toHaveLength(2);
  expect(await removeProtectedApi(api, false)).toEqual([]);
  const changes = await ensureProtectedApi(api, true);
  expect(changes.map(({ action }) => action)).toEqual(['create', 'create']);
});

it('finds its own again among more than a hundred, wherever it stands', async () => {
  const others = async (from: number) => {
    for (let number = from; number < from + 101; number += 1) {
      const name = `other ${number}`;
      const indicator = `https://other${number}.example.com`;
      await api.POST('/api/resources', { body: { name, indicator } });
      await api.POST('/api/roles', { body: { name, description: name } });
    }
  };
  // Newest first or oldest first: its own are on the second page.
  await others(0);
  await ensureProtectedApi(api, false);
  await others(101);
  const changes = await ensureProtectedApi(api, false);
  expect(changes.map(({ action }) => action)).toEqual(['none', 'none']);
  expect(await removeProtectedApi(api, false)).toHaveLength(2);
});

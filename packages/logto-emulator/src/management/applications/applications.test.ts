import { expect, test } from 'vitest';
import { createTestClient } from '../../../test/support/management-client.ts';

const spa = {
  name: 'Angular sample',
  type: 'SPA',
  oidcClientMetadata: {
    redirectUris: ['http://localhost:4200/callback'],
    postLogoutRedirectUris: ['http://localhost:4200/'],
  },
};

test('an application has every field of Logto’s, and no secret of its own to use', async () => {
  const { call, clock } = await createTestClient();
  const { status, body } = await call('POST', '/applications', spa);
  expect(status).toBe(200);
  expect(body).toEqual({
    tenantId: 'default',
    id: expect.stringMatching(/^[a-z0-9]{21}$/),
    name: 'Angular sample',
    description: null,
    type: 'SPA',
    oidcClientMetadata: spa.oidcClientMetadata,
    customClientMetadata: {},
    protectedAppMetadata: null,
    customData: {},
    isThirdParty: false,
    appLevelAccessControlEnabled: false,
    createdAt: clock.now().getTime(),
  });
  const found = await call('GET', `/applications/${body.id}`);
  expect(found.body).toEqual({ ...body, isAdmin: false });
});

test('a change keeps what it does not name; an empty text becomes null', async () => {
  const { call } = await createTestClient();
  const { body } = await call('POST', '/applications', { ...spa, description: 'one' });
  const path = `/applications/${body.id}`;
  expect((await call('PATCH', path, { name: 'New' })).body).toEqual({ ...body, name: 'New' });
  expect((await call('PATCH', path, { description: '' })).body.description).toBeNull();
  expect((await call('PATCH', path, {})).body.name).toBe('New');
  expect((await call('PATCH', path, { type: 'Native', isThirdParty: true })).body).toMatchObject({
    type: 'SPA',
    isThirdParty: false,
  });
});

test('custom data is merged by its own route and replaced by the other', async () => {
  const { call } = await createTestClient();
  const { body } = await call('POST', '/applications', { ...spa, customData: { a: 1 } });
  const path = `/applications/${body.id}`;
  expect((await call('PATCH', `${path}/custom-data`, { b: 2 })).body).toEqual({ a: 1, b: 2 });
  expect((await call('PATCH', path, { customData: { c: 3 } })).body.customData).toEqual({ c: 3 });
});

test('isAdmin gives a machine the Management API and takes it again', async () => {
  const { call } = await createTestClient();
  const { body } = await call('POST', '/applications', { name: 'M', type: 'MachineToMachine' });
  const path = `/applications/${body.id}`;
  await call('PATCH', path, { isAdmin: true });
  expect((await call('GET', path)).body.isAdmin).toBe(true);
  await call('PATCH', path, { isAdmin: false });
  expect((await call('GET', path)).body.isAdmin).toBe(false);
});

test('a deleted application is gone, with its secrets', async () => {
  const { call, context } = await createTestClient();
  const { body } = await call('POST', '/applications', { ...spa, type: 'Traditional' });
  expect((await call('DELETE', `/applications/${body.id}`)).status).toBe(204);
  expect(context.store.applicationSecrets.size).toBe(0);
  expect(await call('DELETE', `/applications/${body.id}`)).toMatchObject({
    status: 404,
    body: {
      code: 'entity.not_exists_with_id',
      message: `The applications with ID \`${body.id}\` does not exist.`,
    },
  });
});

test('the list is newest first, filtered and searched', async () => {
  const { call } = await createTestClient();
  for (const type of ['SPA', 'Traditional', 'Native']) {
    await call('POST', '/applications', { name: `${type} app`, type });
  }
  const names = async (query: string) =>
    (await call('GET', `/applications?${query}`)).body.map(({ name }: { name: string }) => name);
  expect(await names('')).toEqual(['Native app', 'Traditional app', 'SPA app']);
  expect(await names('types=SPA&types=Native')).toEqual(['Native app', 'SPA app']);
  expect(await names('isThirdParty=true')).toEqual([]);
  expect(await names('search.name=spa%25')).toEqual(['SPA app']);
});

test.each([
  [{ name: 'x', type: 'SAML' }, 400, 'application.saml.use_saml_app_api'],
  [{ name: 'x', type: 'Protected' }, 400, 'application.protected_app_metadata_is_required'],
  [
    { name: 'x', type: 'SPA', customClientMetadata: { isDeviceFlow: true } },
    422,
    'application.device_flow_native_only',
  ],
  [
    { name: 'x', type: 'MachineToMachine', isThirdParty: true },
    400,
    'application.invalid_third_party_application_type',
  ],
  [
    {
      name: 'x',
      type: 'SPA',
      isThirdParty: true,
      customClientMetadata: { allowTokenExchange: true },
    },
    422,
    'application.third_party_application_cannot_enable_token_exchange',
  ],
])('%j is refused', async (json, status, code) => {
  const { call } = await createTestClient();
  expect(await call('POST', '/applications', json)).toMatchObject({ status, body: { code } });
});

test('a change of what cannot change is refused', async () => {
  const { call } = await createTestClient();
  const { id } = (await call('POST', '/applications', spa)).body;
  const code = async (json: object) => (await call('PATCH', `/applications/${id}`, json)).body.code;
  expect(await code({ customClientMetadata: { isDeviceFlow: true } })).toBe(
    'application.device_flow_not_changeable',
  );
  expect(await code({ appLevelAccessControlEnabled: true })).toBe('request.invalid_input');
  expect(await code({ protectedAppMetadata: {} })).toBe('application.protected_application_only');
});

test('an issue with the body is answered as zod has it, with a line for each', async () => {
  const { call } = await createTestClient();
  const { status, body } = await call('POST', '/applications', { name: 1 });
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: 'guard.invalid_input', data: { name: 'ZodError' } });
  expect(body.data.issues).toHaveLength(2);
  expect(body.details.split('\n')).toEqual([
    'Error in key path "name": (invalid_type) Expected string but received number.',
    `Error in key path "type": (invalid_type) Expected 'Native' | 'SPA' | 'Traditional' | 'MachineToMachine' | 'Protected' | 'SAML' but received undefined.`,
  ]);
});

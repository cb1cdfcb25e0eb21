import { expect, test } from 'vitest';
import { connectorCode, createTestPackages } from '../../../test/support/connector-packages.ts';
import { createTestClient } from '../../../test/support/management-client.ts';

/** A client with two loaded e-mail connectors, `one` and `two`. */
async function createClient() {
  await using packages = await createTestPackages();
  const client = await createTestClient([
    await packages.add({ id: 'one' }),
    await packages.add({ id: 'two' }),
  ]);
  // Loaded here: the folder goes when this returns.
  await client.context.connectorFactories();
  return client;
}

const config = { token: 't' };

test('factories are listed with their metadata', async () => {
  const { call } = await createClient();
  const { body } = await call('GET', '/connector-factories');
  expect(body).toEqual([
    expect.objectContaining({ id: 'one', type: 'Email', isDemo: false, name: { en: 'Test' } }),
    expect.objectContaining({ id: 'two' }),
  ]);
  expect((await call('GET', '/connector-factories/two')).body).toEqual(body[1]);
  expect(await call('GET', '/connector-factories/nope')).toMatchObject({
    status: 404,
    body: { code: 'entity.not_found' },
  });
});

test('a connector is answered with what its package says of itself', async () => {
  const { call } = await createClient();
  const { status, body } = await call('POST', '/connectors', { connectorId: 'one', config });
  expect(status).toBe(200);
  expect(body).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{12}$/),
    connectorId: 'one',
    syncProfile: false,
    enableTokenStorage: false,
    config,
    metadata: {},
    target: 'one',
    name: { en: 'Test' },
    description: { en: 'Test' },
    logo: './logo.svg',
    logoDark: null,
    readme: './README.md',
    platform: null,
    type: 'Email',
    isDemo: false,
    extraInfo: {},
  });
  expect((await call('GET', `/connectors/${body.id}`)).body).toEqual(body);
  expect((await call('GET', '/connectors?target=one')).body).toEqual([body]);
  expect((await call('GET', '/connectors?target=two')).body).toEqual([]);
});

test('a second connector of the same type replaces the first', async () => {
  const { call } = await createClient();
  await call('POST', '/connectors', { connectorId: 'one', config });
  const { body } = await call('POST', '/connectors', { connectorId: 'two', config, id: 'mine' });
  expect(body.id).toBe('mine');
  expect((await call('GET', '/connectors')).body).toEqual([body]);
});

test('a configuration is checked by the connector’s own guard', async () => {
  const { call } = await createClient();
  const invalid = {
    status: 400,
    body: {
      code: 'connector.invalid_config',
      data: { name: 'ZodError', issues: [expect.objectContaining({ path: ['token'] })] },
      details: 'Error in key path "token": (invalid_type) Expected string but received undefined.',
      message: "The connector's config is invalid.",
    },
  };
  const created = await call('POST', '/connectors', { connectorId: 'one', config: {} });
  expect(created).toMatchObject(invalid);
  const { id } = (await call('POST', '/connectors', { connectorId: 'one', config })).body;
  expect(await call('PATCH', `/connectors/${id}`, { config: { x: 1 } })).toMatchObject(invalid);
});

test('a change replaces the configuration, without what is empty', async () => {
  const { call } = await createClient();
  const { id } = (await call('POST', '/connectors', { connectorId: 'one', config })).body;
  const change = { config: { token: 'new', alias: '' } };
  expect((await call('PATCH', `/connectors/${id}`, change)).body.config).toEqual({ token: 'new' });
  expect((await call('PATCH', `/connectors/${id}`, {})).body.code).toBe('entity.invalid_input');
});

test.each([
  [{ metadata: { target: 'x' } }, 'cannot_overwrite_metadata_for_non_standard_connector'],
  [{ syncProfile: true }, 'invalid_type_for_syncing_profile'],
  [{ enableTokenStorage: true }, 'token_storage_not_supported'],
])('%j is not for an e-mail connector', async (change, code) => {
  const { call } = await createClient();
  const { id } = (await call('POST', '/connectors', { connectorId: 'one', config })).body;
  const { body } = await call('PATCH', `/connectors/${id}`, change);
  expect(body.code).toBe(`connector.${code}`);
});

test('an unknown package and an unknown connector are told apart', async () => {
  const { call } = await createClient();
  const created = await call('POST', '/connectors', { connectorId: 'nope' });
  expect([created.status, created.body.code]).toEqual([
    422,
    'connector.not_found_with_connector_id',
  ]);
  for (const [method, json] of [['GET'], ['PATCH', {}], ['DELETE']] as const) {
    const { status, body } = await call(method, '/connectors/nope', json);
    expect([status, body.code]).toEqual([404, 'entity.not_found']);
  }
});

test('the connector that expired passwords need cannot be deleted', async () => {
  const { call } = await createClient();
  const { id } = (await call('POST', '/connectors', { connectorId: 'one', config })).body;
  await call('PATCH', '/sign-in-exp', {
    forgotPasswordMethods: ['EmailVerificationCode'],
    passwordExpiration: { enabled: true, validPeriodDays: 30 },
  });
  expect(await call('DELETE', `/connectors/${id}`)).toMatchObject({
    status: 422,
    body: { code: 'sign_in_experiences.password_expiration_requires_forgot_password' },
  });
  await call('PATCH', '/sign-in-exp', { passwordExpiration: { enabled: false } });
  expect((await call('DELETE', `/connectors/${id}`)).status).toBe(204);
  expect((await call('GET', '/connectors')).body).toEqual([]);
});

test('a social connector package is listed, and cannot be set up', async () => {
  await using packages = await createTestPackages();
  const code = connectorCode('social').replace('ConnectorType.Email', 'ConnectorType.Social');
  const { call } = await createTestClient([await packages.add({ id: 'social', code })]);
  expect((await call('GET', '/connector-factories')).body[0].type).toBe('Social');
  const { status, body } = await call('POST', '/connectors', { connectorId: 'social', config });
  expect([status, body.code]).toEqual([501, 'emulator.not_supported']);
});

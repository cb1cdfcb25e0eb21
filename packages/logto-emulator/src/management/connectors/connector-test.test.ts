import { expect, test } from 'vitest';
import { connectorCode, createTestPackages } from '../../../test/support/connector-packages.ts';
import { createTestClient } from '../../../test/support/management-client.ts';

/** Calls the test of a connector with this `sendMessage`. */
async function send(json: unknown, code = '', factory = 'test') {
  await using packages = await createTestPackages();
  const folder = await packages.add({ code: connectorCode('test', code) });
  const { call } = await createTestClient([folder]);
  return await call('POST', `/connectors/${factory}/test`, json);
}

test('a test message carries the code 000000 and the configuration of the request', async () => {
  const code = 'globalThis.tested = { data, inputConfig };';
  const json = { email: 'a@example.com', config: { token: 'try' }, locale: 'de' };
  expect((await send(json, code)).status).toBe(204);
  expect((globalThis as unknown as { tested: unknown }).tested).toEqual({
    data: {
      to: 'a@example.com',
      type: 'Generic',
      payload: { code: '000000', locale: 'de' },
      ip: undefined,
    },
    inputConfig: { token: 'try' },
  });
});

test('what the connector throws is answered as for any message', async () => {
  const json = { email: 'a@example.com', config: {} };
  expect(await send(json, 'validateConfig(inputConfig, configGuard);')).toMatchObject({
    status: 400,
    body: { code: 'connector.invalid_config' },
  });
  expect(await send(json, 'await getConfig();')).toMatchObject({
    status: 501,
    body: { code: 'connector.not_implemented' },
  });
});

test.each([
  [{ email: 'not-an-address', config: {} }, 'test', 'guard.invalid_input'],
  [{ email: 'a@example.com' }, 'test', 'guard.invalid_input'],
  [{ config: {} }, 'test', 'guard.invalid_input'],
  [{ email: 'a@example.com', config: {} }, 'nope', 'connector.not_found'],
  [{ phone: '123', config: {} }, 'test', 'connector.unexpected_type'],
])('%j to %s is refused: %s', async (json, factory, code) => {
  expect(await send(json, '', factory)).toMatchObject({ status: 400, body: { code } });
});

import type { SendMessageData, TemplateType } from '@logto/connector-kit';
import { expect, test } from 'vitest';
import {
  connectorCode,
  createTestPackages,
  ownKit,
  type TestPackage,
} from '../../test/support/connector-packages.ts';
import { createTestClient } from '../../test/support/management-client.ts';
import { getConnectors, getEmailConnector } from './connectors.ts';
import { connectorLoader } from './index.ts';

const message: SendMessageData = {
  to: 'ada@example.com',
  type: 'SignIn' as TemplateType.SignIn,
  payload: { code: '123456', locale: 'de', application: { id: 'a', name: 'A' } },
  ip: '127.0.0.1',
};

/** Sends through a connector with this `sendMessage`, set up with `{ token: 't' }`. */
async function send(code: string, options: TestPackage = {}) {
  await using packages = await createTestPackages();
  const folder = await packages.add({ code: connectorCode('test', code), ...options });
  const client = await createTestClient([folder]);
  await client.call('POST', '/connectors', { connectorId: 'test', config: { token: 't' } });
  const connector = await getEmailConnector(client.context);
  await connector.sendMessage(message);
}

test('a connector gets the message as it is, its own configuration and the templates', async () => {
  await using packages = await createTestPackages();
  const code = connectorCode(
    'test',
    `globalThis.sent = { data, inputConfig, config: await getConfig('x'),
       template: await getI18nEmailTemplate(data.type, data.payload.locale) };`,
  );
  const client = await createTestClient([await packages.add({ code })]);
  await client.call('POST', '/connectors', { connectorId: 'test', config: { token: 't' } });
  const details = { subject: 'Hallo', content: '{{code}}' };
  const templates = [{ languageTag: 'de', templateType: 'SignIn', details }];
  await client.call('PUT', '/email-templates', { templates });

  await (await getEmailConnector(client.context)).sendMessage(message);
  expect((globalThis as unknown as { sent: unknown }).sent).toEqual({
    data: message,
    inputConfig: undefined,
    config: { token: 't' },
    template: details,
  });
});

test.each([
  ['RateLimitExceeded', 429, 'connector.rate_limit_exceeded'],
  ['UsageLimitExceeded', 429, 'connector.usage_limit_exceeded'],
  ['NotImplemented', 501, 'connector.not_implemented'],
  ['AuthorizationFailed', 401, 'connector.authorization_failed'],
  ['TemplateNotFound', 400, 'connector.template_not_found'],
  ['InvalidResponse', 400, 'connector.invalid_response'],
  ['General', 400, 'connector.general'],
])('ConnectorError %s becomes HTTP %i', async (name, status, code) => {
  await expect(
    send(`throw new ConnectorError(ConnectorErrorCodes.${name}, { reason: 1 });`),
  ).rejects.toMatchObject({ status, code, data: { reason: 1 } });
});

test('the message of a general error carries its data, or the description in it', async () => {
  const general = (data: string) =>
    send(`throw new ConnectorError(ConnectorErrorCodes.General, ${data});`);
  await expect(general('{ a: 1 }')).rejects.toThrow('Error occurred in connector: {"a":1}');
  await expect(general(`'text'`)).rejects.toThrow('connector: {"message":"text"}');
  await expect(general(`{ errorDescription: 'no quota' }`)).rejects.toThrow('connector: no quota');
});

test('anything else that a connector throws goes on as it is', async () => {
  await expect(send(`throw new TypeError('x');`)).rejects.toThrow(TypeError);
});

test('a ConnectorError of another copy of the kit is not known as one', async () => {
  const code = 'throw new ConnectorError(ConnectorErrorCodes.General, {});';
  await expect(send(code, { files: ownKit })).rejects.not.toHaveProperty('status');
});

test('without an e-mail connector, sending fails with 501', async () => {
  const { context } = await createTestClient();
  await expect(getEmailConnector(context)).rejects.toMatchObject({
    status: 501,
    code: 'connector.not_found',
    message: 'Cannot find any available connector for type: Email.',
  });
});

test('a stored connector whose package is gone is left out', async () => {
  await using packages = await createTestPackages();
  const { context, call } = await createTestClient([await packages.add()]);
  await call('POST', '/connectors', { connectorId: 'test', config: { token: 't' } });
  const without = { ...context, connectorFactories: connectorLoader([]) };
  expect(await getConnectors(context)).toHaveLength(1);
  expect(await getConnectors(without)).toEqual([]);
});

test('two packages with one id make every call around connectors fail', async () => {
  await using packages = await createTestPackages();
  const folders = [await packages.add({ name: 'connector-1' }), await packages.add()];
  const { context, call } = await createTestClient(folders);
  const expected = {
    status: 422,
    body: {
      code: 'connector.more_than_one_connector_factory',
      message:
        'Found multiple connector factories (with id test), you may uninstall unnecessary ones.',
    },
  };
  expect(await call('GET', '/connector-factories')).toMatchObject(expected);
  expect(await call('GET', '/connectors')).toMatchObject(expected);
  await expect(getEmailConnector(context)).rejects.toMatchObject({ status: 422 });
});

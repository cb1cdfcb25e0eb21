import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formItems } from '../src/form-items.ts';
import { config } from './config.ts';
import { installed, pack, runScript, unpack } from './packed.ts';
import { message } from './send.ts';
import { startServer } from './server.ts';

// Logto loads a connector from its folder, into a process that has the kit already.

let packed: Awaited<ReturnType<typeof pack>>;

beforeAll(async () => {
  packed = await pack();
}, 60_000);

afterAll(() => packed[Symbol.asyncDispose]());

async function loader() {
  return pathToFileURL(join(await installed('@logto/cli'), 'lib/connector/index.js')).href;
}

/** Loads folders as Logto does, sends, and tells what the host sees. */
const host = `
  const [loader, kit, folders, config, message] = process.argv.slice(1).map((text) => JSON.parse(text));
  const { buildRawConnector, loadConnectorFactories } = await import(loader);
  const { ConnectorError } = await import(kit);
  const packages = folders.map((path) => ({ name: path, path }));
  const factories = await loadConnectorFactories(packages, false);
  const factory = factories.find(({ metadata }) => metadata.id === 'aliyun-dm-kit');
  const { rawConnector, rawMetadata } = await buildRawConnector(factory, async () => config);
  const sent = await rawConnector.sendMessage(message);
  const error = await rawConnector.sendMessage(message, { ...config, templates: [] }).catch((error) => error);
  const { name, logo, readme, formItems } = rawMetadata;
  console.log(JSON.stringify({
    ids: factories.map(({ metadata, type }) => [metadata.id, type]),
    sent,
    isHostError: error instanceof ConnectorError,
    code: error.code,
    guardAccepts: rawConnector.configGuard.safeParse(config).success,
    name, logo: logo.slice(0, 26), readme: readme.slice(0, 40), fields: formItems.length,
  }));
`;

test('the packed package, unpacked alone, loads next to the official connector', async () => {
  await using server = await startServer();
  const kit = await installed('@logto/connector-kit');
  await using unpacked = await unpack(packed.tarball, kit);
  const values = [
    await loader(),
    pathToFileURL(join(kit, 'lib/index.js')).href,
    [unpacked.folder, await installed('@logto/connector-aliyun-dm')],
    config({ endpoint: server.endpoint }),
    message,
  ];
  expect(await runScript(host, ...values.map((value) => JSON.stringify(value)))).toEqual({
    ids: [
      ['aliyun-dm-kit', 'Email'],
      ['aliyun-direct-mail', 'Email'],
    ],
    sent: { EnvId: '600000012345', RequestId: '82B295BB-7E69-491F-9896-ECEAFF09E1A4' },
    isHostError: true,
    code: 'invalid_config',
    guardAccepts: true,
    name: { en: 'Aliyun Direct Mail (dm-kit)', 'zh-CN': '阿里云邮件推送（dm-kit）' },
    logo: 'data:image/svg+xml;base64,',
    readme: expect.stringMatching(/^# Aliyun Direct Mail connector for Logto/),
    fields: formItems.length,
  });
});

/** Runs the connector beside a kit, as a Logto of that time does. */
const olderHost = `
  const [entry, kit, config, message] = process.argv.slice(1).map((text) => JSON.parse(text));
  const { default: createConnector } = await import(entry);
  const { ConnectorError, ConnectorErrorCodes, connectorMetadataGuard, validateConfig } = await import(kit);
  const connector = await createConnector({ getConfig: async () => config });
  validateConfig(config, connector.configGuard);
  const sent = await connector.sendMessage(message);
  const error = await connector.sendMessage({ ...message, to: 'spam@example.com' }).catch((error) => error);
  console.log(JSON.stringify({
    metadata: connectorMetadataGuard.safeParse(connector.metadata).success,
    sent: sent.EnvId,
    isHostError: error instanceof ConnectorError,
    code: error.code,
    known: Object.values(ConnectorErrorCodes).includes(error.code),
  }));
`;

test.each([
  ['5.0.0', 'connector-kit-5.0', 'rate_limit_exceeded'],
  ['5.1.0', 'connector-kit-5.1.0', 'rate_limit_exceeded'],
  ['5.1.1', '@logto/connector-kit', 'usage_limit_exceeded'],
])('works with kit %s', async (version, name, code) => {
  await using server = await startServer((response, { form }) => {
    const isSpam = form.ToAddress === 'spam@example.com';
    response.statusCode = isSpam ? 400 : 200;
    response.end(
      JSON.stringify(isSpam ? { Code: 'InvalidSendMail.Spam' } : { EnvId: '1', RequestId: '2' }),
    );
  });
  const kit = await installed(name);
  expect(
    (await import(join(kit, 'package.json'), { with: { type: 'json' } })).default.version,
  ).toBe(version);
  await using unpacked = await unpack(packed.tarball, kit);
  const values = [
    pathToFileURL(join(unpacked.folder, 'lib/index.js')).href,
    pathToFileURL(join(kit, 'lib/index.js')).href,
    config({ endpoint: server.endpoint }),
    message,
  ];
  expect(await runScript(olderHost, ...values.map((value) => JSON.stringify(value)))).toEqual({
    metadata: true,
    sent: '1',
    isHostError: true,
    code,
    known: true,
  });
});

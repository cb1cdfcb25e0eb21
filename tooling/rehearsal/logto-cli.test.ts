import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Stranger } from './stranger.ts';

// Logto's own command, in a folder as the archive of a Logto has it: `packages/core` with what the core brings.

const { packages } = inject('release');
const connector = packages.find(({ name }) => name === '@dm-kit/connector-aliyun-dm');

let stranger: Stranger;
beforeAll(async () => {
  stranger = await Stranger.come();
  await stranger.write(
    'packages/core/package.json',
    JSON.stringify({
      name: '@logto/core',
      version: '1.42.0',
      type: 'module',
      dependencies: { '@logto/cli': '1.42.0', '@logto/connector-kit': '5.1.1', zod: '3.24.3' },
    }),
  );
  await stranger.in('packages/core').install();
  await stranger.install('@dm-kit/direct-mail-emulator');
});
afterAll(() => stranger.leave());

function logto(...args: string[]) {
  return stranger.in('packages/core').run('npx', 'logto', 'connector', ...args, '-p', '../..');
}

test('`logto connector add` gets the connector, and `list` names it', async () => {
  const added = await logto('add', '@dm-kit/connector-aliyun-dm');
  expect(added.code).toBe(0);
  expect(added.stdout).toContain(`Added @dm-kit/connector-aliyun-dm v${connector?.version}`);
  const listed = await logto('list');
  expect(listed.stdout).toContain('@dm-kit/connector-aliyun-dm');
});

test('the core loads it from there, and it sends', async () => {
  const { line, stop } = await stranger.start(
    ...(['npx', 'direct-mail-emulator', '--port', '0', '--json'] as const),
  );
  const { url } = JSON.parse(line);
  await stranger.write('packages/core/send.js', send);
  const sent = await stranger.in('packages/core').run('node', 'send.js', url);
  await stop();
  expect(sent).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(sent.stdout)).toEqual({
    connectors: [['aliyun-dm-kit', 'Email']],
    readme: expect.stringContaining('# Aliyun Direct Mail connector for Logto'),
    logo: expect.stringMatching(/^data:image\/svg\+xml;base64,/),
    sent: { EnvId: expect.any(String), RequestId: expect.any(String) },
  });
});

/** What `packages/core/src/utils/connectors` does: it finds, loads and calls what is in the folder. */
const send = `
  import { resolve } from 'node:path';
  import { buildRawConnector, loadConnectorFactories } from '@logto/cli/lib/connector/index.js';
  import { getConnectorPackagesFromDirectory } from '@logto/cli/lib/utils.js';
  const found = await getConnectorPackagesFromDirectory(resolve('connectors'));
  const factories = await loadConnectorFactories(found, true);
  const template = (usageType) => ({ usageType, subject: 'Your code', content: '<p>{{code}}</p>' });
  const config = {
    accessKeyId: 'testid',
    accessKeySecret: 'testsecret',
    accountName: 'no-reply@mail.example.com',
    endpoint: process.argv[2],
    templates: ['SignIn', 'Register', 'ForgotPassword', 'Generic'].map(template),
  };
  const { rawConnector, rawMetadata } = await buildRawConnector(factories[0], async () => config);
  const message = { to: 'ada@mail.example.com', type: 'SignIn', payload: { code: '135790' } };
  const { readme, logo } = rawMetadata;
  console.log(JSON.stringify({
    connectors: factories.map(({ metadata, type }) => [metadata.id, type]),
    readme: readme.slice(0, 60),
    logo: logo.slice(0, 40),
    sent: await rawConnector.sendMessage(message),
  }));
`;

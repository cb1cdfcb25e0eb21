import path from 'node:path';
import { expect, test } from 'vitest';
import {
  connectorCode,
  createTestPackages,
  ownKit,
} from '../../test/support/connector-packages.ts';
import { loadConnectorFactories } from './factories.ts';

function official(name: string) {
  return path.resolve('node_modules/@logto', name);
}

async function load(...folders: string[]) {
  const log: string[] = [];
  const factories = await loadConnectorFactories(folders, (line) => log.push(line));
  return { factories, ids: factories.map(({ metadata }) => metadata.id), log };
}

test('official connectors load, with their README and logo inlined', async () => {
  const { factories, ids, log } = await load(
    official('connector-aliyun-dm'),
    official('connector-smtp'),
  );
  expect(ids).toEqual(['aliyun-direct-mail', 'simple-mail-transfer-protocol']);
  expect(factories[0]?.type).toBe('Email');
  expect(factories[0]?.metadata.logo).toMatch(/^data:image\/svg\+xml;base64,/);
  expect(factories[0]?.metadata.logoDark).toBeNull();
  expect(factories[0]?.metadata.readme).toContain('# Aliyun direct mail');
  expect(log).toEqual([]);
});

test('a packed connector anywhere on the disk finds the kit', async () => {
  await using packages = await createTestPackages();
  const { ids, log } = await load(await packages.add({ id: 'packed' }));
  expect(ids).toEqual(['packed']);
  expect(log).toEqual([]);
});

test('a CommonJS connector loads', async () => {
  await using packages = await createTestPackages();
  const folder = await packages.add({
    code: `
      const kit = import('@logto/connector-kit');
      exports.__esModule = true;
      exports.default = async () => {
        const { ConnectorType } = await kit;
        return { type: ConnectorType.Email, configGuard: {}, metadata: { id: 'cjs', logo: '', readme: '' } };
      };
    `,
    files: {
      'package.json': JSON.stringify({
        name: 'connector-cjs',
        dependencies: { '@logto/connector-kit': '*' },
      }),
    },
  });
  expect((await load(folder)).ids).toEqual(['cjs']);
});

test.each([
  [
    'needs another kit',
    { dependencies: { '@logto/connector-kit': '^4.0.0' } },
    /requires @logto\/connector-kit to be \^4\.0\.0, but the version here is 5\./,
  ],
  ['does not name the kit', { dependencies: {} }, /Cannot find @logto\/connector-kit/],
  ['has no lib/index.js', { code: false }, /lib\/index\.js/],
  ['exports no function', { code: 'export default 1;' }, /may be broken/],
  ['fails to import', { code: "throw new Error('no luck');" }, /no luck/],
  [
    'asks for its configuration too early',
    { code: 'export default async ({ getConfig }) => getConfig();' },
    /not_implemented/,
  ],
  ['makes nothing of use', { code: 'export default async () => ({});' }, /invalid_metadata/],
  [
    'has no guard',
    { code: 'export default async () => ({ metadata: {} });' },
    /invalid_config_guard/,
  ],
  [
    'is of no known type',
    { code: "export default async () => ({ metadata: {}, configGuard: {}, type: 'Fax' });" },
    /unexpected_type/,
  ],
] as const)('a connector that %s is left out, with a line of log', async (_, options, reason) => {
  await using packages = await createTestPackages();
  const { ids, log } = await load(
    await packages.add({ id: 'bad', ...options }),
    await packages.add({ id: 'good' }),
  );
  expect(ids).toEqual(['good']);
  expect(log).toEqual([
    expect.stringMatching(/^\[load-connector\] skip connector-bad due to error: /),
  ]);
  expect(log[0]).toMatch(reason);
});

test('a workspace range of the kit is taken as it is', async () => {
  await using packages = await createTestPackages();
  const dependencies = { '@logto/connector-kit': 'workspace:^' };
  expect((await load(await packages.add({ dependencies }))).ids).toEqual(['test']);
});

test('logo and README may be missing; a logo of another kind is dropped', async () => {
  await using packages = await createTestPackages();
  const missing = await packages.add({ id: 'missing' });
  const strange = await packages.add({
    id: 'strange',
    code: connectorCode('strange').replace('logo.svg', 'logo.gif'),
    files: { 'logo.gif': 'GIF89a', 'README.md': '# Read' },
  });
  const { factories, log } = await load(missing, strange);
  expect(factories[0]?.metadata).toMatchObject({ logo: './logo.svg', readme: './README.md' });
  expect(factories[1]?.metadata).toMatchObject({ logo: '', readme: '# Read' });
  expect(log).toEqual([expect.stringContaining('a logo is .svg or .png')]);
});

test('a connector with a kit of its own loads, and the log says what that means', async () => {
  await using packages = await createTestPackages();
  const folder = await packages.add({ id: 'own-kit', files: ownKit });
  const { ids, log } = await load(folder);
  expect(ids).toEqual(['own-kit']);
  expect(log).toEqual([
    expect.stringMatching(/brings its own @logto\/connector-kit .* becomes HTTP 500, as in Logto/),
  ]);
});

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyTree, root, type TreeCopy } from './copy-tree.ts';
import { runTurbo, TurboPlan } from './turbo-plan.ts';

// Exactly those tasks have to run again after a change whose outcome it can change: with too few of them turbo tells
// a lie, with too many everybody waits.

const plan = new TurboPlan(root);
const lints = ['//#lint', '//#lint:types'];
const usingConnector = [
  ...['e2e#test', 'guides#test', 'local#build', 'local#test', 'provision#test', 'samples#test'],
  ...['stack#test', 'takeaway#test', 'tooling#test', 'traps#test'],
];
const allVitest = [
  ...['connector-aliyun-dm#test', 'direct-mail-emulator#test', 'guides#test', 'local#test'],
  ...['logto-emulator#test', 'processes#test', 'provision#test', 'regions#test', 'samples#test'],
  ...['stack#test', 'takeaway#test', 'tooling#test', 'traps#test'],
];
const allBuilds = [
  ...['connector-aliyun-dm#build', 'direct-mail-emulator#build', 'local#build'],
  'logto-emulator#build',
];

describe('runs again after a change of', () => {
  test.each<[file: string, tasks: string[]]>([
    ['.github/workflows/test.yml', ['//#lint', 'tooling#test']],
    ['docs/en/running.md', ['//#lint', 'guides#test']],
    ['README.md', ['//#lint', 'tooling#test']],
    [
      'packages/connector-aliyun-dm/README.zh-CN.md',
      ['//#lint', 'connector-aliyun-dm#test', 'guides#test', 'tooling#test'],
    ],
    [
      'packages/connector-aliyun-dm/LICENSE',
      ['//#lint', 'connector-aliyun-dm#test', 'tooling#test'],
    ],
    [
      'packages/connector-aliyun-dm/logo.svg',
      ['//#lint', 'connector-aliyun-dm#test', 'tooling#test'],
    ],
    ['compose.yaml', ['//#lint', 'stack#test']],
    ['compose.scale.yaml', ['//#lint', 'stack#test']],
    ['packages/direct-mail-emulator/test/api.test.ts', [...lints, 'direct-mail-emulator#test']],
    [
      'packages/chromium/src/index.ts',
      [
        ...[...lints, 'direct-mail-emulator#test', 'e2e#test', 'guides#test'],
        ...['logto-emulator#test', 'stack#test', 'takeaway#test', 'tooling#test'],
      ],
    ],
    ['packages/provision/src/change.ts', [...lints, ...usingConnector]],
    [
      'packages/connector-aliyun-dm/src/region.ts',
      [...[...lints, 'connector-aliyun-dm#build', 'connector-aliyun-dm#test'], ...usingConnector],
    ],
    [
      'apps/nextjs/auth.ts',
      [...[...lints, 'e2e#test', 'guides#test'], ...['nextjs-sample#build', 'nextjs-sample#test']],
    ],
    ['vitest.base.ts', [...lints, ...allVitest]],
    ['tsconfig.base.json', [...lints, ...allBuilds, ...allVitest, 'e2e#test']],
  ])('%s', (file, tasks) => {
    expect(plan.afterChangeOf(file)).toEqual(tasks.toSorted());
  });

  test('the kind of machine: everything', () => {
    expect(plan.globalFiles).toEqual(['node_modules/.machine']);
  });

  test('the Logto that the tests are to use', () => {
    const named = new TurboPlan(root, { LOGTO_ENDPOINT: 'http://127.0.0.1:1' });
    expect(named.heeding('LOGTO_ENDPOINT')).toEqual(['e2e#test', 'logto-emulator#test']);
  });
});

test('another Logto is named, which no test can use: the contract fails', () => {
  const args = ['contract', '--filter=@dm-kit/logto-emulator', '--only', '--', '--bail=1'];
  const run = runTurbo(root, args, { LOGTO_ENDPOINT: 'http://127.0.0.1:1' });
  expect(run.stdout).toContain('LOGTO_M2M_APP_ID has to be set too');
  expect(run.status).not.toBe(0);
});

describe('in a copy of the tree', () => {
  let copy: TreeCopy;
  beforeAll(async () => {
    copy = await copyTree();
  });
  afterAll(() => copy.remove());

  /** Changes a file for as long as `during` takes. */
  function withChange<T>(path: string, change: (text: string) => string, during: () => T): T {
    const file = join(copy.folder, path);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, change(before));
    try {
      return during();
    } finally {
      writeFileSync(file, before);
    }
  }

  test('turbo runs what its plan says; --affected, too, sees a file outside the package that reads it', () => {
    const before = new TurboPlan(copy.folder).hashes();
    withChange(
      'compose.yaml',
      (text) => `${text}\n`,
      () => {
        const after = new TurboPlan(copy.folder).hashes();
        const changed = [...after.keys()].filter((task) => before.get(task) !== after.get(task));
        expect(changed).toEqual(plan.afterChangeOf('compose.yaml'));

        const affected = new TurboPlan(copy.folder, { TURBO_SCM_BASE: 'HEAD' }, '--affected');
        expect([...affected.hashes().keys()]).toContain('stack#test');
        expect([...affected.hashes().keys()]).not.toContain('regions#test');
      },
    );
  });

  const turbo = ['node_modules/turbo/bin/turbo', 'run'];
  test.each([
    {
      path: 'tsconfig.base.json',
      change: (text: string) => text.replace('"types": ["node"]', '"types": ["missing"]'),
      command: ['node_modules/oxlint/bin/oxlint', 'packages/regions'],
      message: "Cannot find type definition file for 'missing'",
    },
    {
      path: 'vitest.base.ts',
      change: (text: string) => text.replace('{src,test}/**', 'nowhere/**'),
      command: [...turbo, 'test', '--filter=@dm-kit/regions', '--only'],
      message: 'No test files found',
    },
  ])('really fails after a change of $path', ({ path, change, command, message }) => {
    const run = () => spawnSync(process.execPath, command, { cwd: copy.folder, encoding: 'utf8' });
    expect(run().status).toBe(0);
    const failed = withChange(path, change, run);
    expect(failed.stdout).toContain(message);
    expect(failed.status).not.toBe(0);
  });
});

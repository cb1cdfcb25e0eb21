import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TurboCopy } from './turbo-copy.ts';

// One file of each kind is changed, and exactly those tasks have to run again whose outcome it can change: with
// too few of them turbo tells a lie, with too many everybody waits.

let copy: TurboCopy;
beforeAll(async () => {
  copy = await TurboCopy.make();
});
afterAll(() => copy.remove());

function addLine(text: string): string {
  return `${text}\n`;
}

// Each starts compilers and test runners anew, on machines that may be busy.
const runs = { timeout: 240_000 };
const lint = ['//#lint'];
const lints = ['//#lint', '//#lint:types'];

function own(name: string, ...tasks: string[]): string[] {
  return tasks.map((task) => `${name}#${task}`);
}

describe('runs again after a change of', () => {
  test.each<[path: string, expected: () => string[]]>([
    ['.github/workflows/test.yml', () => [...lint, 'tooling#test']],
    ['docs/en/running.md', () => [...lint, 'guides#test']],
    ['README.md', () => [...lint, 'tooling#test']],
    [
      'packages/connector-aliyun-dm/README.zh-CN.md',
      () => [...lint, 'connector-aliyun-dm#test', 'guides#test', 'tooling#test'],
    ],
    [
      'packages/connector-aliyun-dm/LICENSE',
      () => [...lint, 'connector-aliyun-dm#test', 'tooling#test'],
    ],
    [
      'packages/connector-aliyun-dm/logo.svg',
      () => [...lint, 'connector-aliyun-dm#test', 'tooling#test'],
    ],
    ['compose.yaml', () => [...lint, 'stack#test']],
    ['compose.scale.yaml', () => [...lint, 'stack#test']],
    [
      'packages/direct-mail-emulator/test/api.test.ts',
      () => [...lints, ...own('direct-mail-emulator', 'test', 'typecheck')],
    ],
    [
      'packages/chromium/src/index.ts',
      () => [...lints, 'chromium#typecheck', ...copy.upon('chromium')],
    ],
    [
      'packages/provision/src/change.ts',
      () => [...lints, ...own('provision', 'test', 'typecheck'), ...copy.upon('provision')],
    ],
    [
      'packages/connector-aliyun-dm/src/region.ts',
      () => [
        ...lints,
        ...own('connector-aliyun-dm', 'build', 'test', 'typecheck'),
        ...copy.upon('connector-aliyun-dm'),
      ],
    ],
    [
      'apps/nextjs/auth.ts',
      () => [
        ...lints,
        ...own('nextjs-sample', 'build', 'test', 'typecheck'),
        ...own('e2e', 'test', 'typecheck'),
        'guides#test',
      ],
    ],
    [
      'vitest.base.ts',
      () =>
        [...lints, ...copy.tasks(/^(?!\/\/|.*-sample).*#(test|typecheck)$/)].filter(
          (task) => task !== 'e2e#test',
        ),
    ],
    ['tsconfig.base.json', () => [...lints, ...copy.tasks(/^(?!\/\/|.*-sample).*#/)]],
  ])('%s', async (path, expected) => {
    const changed = await copy.withChange(path, addLine, () => copy.changed());
    expect(changed).toEqual([...new Set(expected())].sort());
  });

  test('the kind of machine: everything', () => {
    const file = join(copy.folder, 'node_modules/.machine');
    const before = readFileSync(file);
    writeFileSync(file, 'another one');
    const changed = copy.changed();
    writeFileSync(file, before);
    expect(changed).toEqual(copy.tasks(/./));
  });

  test('the Logto that the tests are to use', () => {
    expect(copy.changed({ LOGTO_ENDPOINT: 'http://127.0.0.1:1' })).toEqual([
      'e2e#test',
      'logto-emulator#test',
    ]);
  });
});

test('--affected sees a file outside the package that reads it', async () => {
  const affected = await copy.withChange('compose.yaml', addLine, () => copy.affected());
  expect(affected).toContain('stack#test');
  expect(affected).not.toContain('regions#test');
});

describe('really fails after', runs, () => {
  test.each([
    {
      path: 'tsconfig.base.json',
      change: (text: string) => text.replace('"types": ["node"]', '"types": ["missing"]'),
      args: ['typecheck', '--filter=@dm-kit/regions'],
      message: 'error TS',
    },
    {
      path: 'vitest.base.ts',
      change: (text: string) => text.replace('{src,test}/**', 'nowhere/**'),
      args: ['test', '--filter=@dm-kit/regions'],
      message: 'No test files found',
    },
  ])('a change of $path', async ({ path, change, args, message }) => {
    expect(copy.run(args).status).toBe(0);
    const run = await copy.withChange(path, change, () => copy.run(args));
    expect(run.stdout).toContain(message);
    expect(run.status).not.toBe(0);
  });

  test('another Logto is named, which no test can use', () => {
    const run = copy.run(['contract', '--filter=@dm-kit/logto-emulator'], {
      LOGTO_ENDPOINT: 'http://127.0.0.1:1',
    });
    expect(run.stdout).toContain('LOGTO_M2M_APP_ID has to be set too');
    expect(run.status).not.toBe(0);
  });
});

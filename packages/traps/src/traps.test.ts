import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItIs, everything, judge } from './judge.ts';
import { resultsOf } from './suite.ts';
import { table } from './table.ts';
import { takeOut } from './take-out.ts';
import { trapsOf } from './traps-of.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traps-'));
  await mkdir(join(folder, 'sample/hardening/tabs'), { recursive: true });
  await mkdir(join(folder, 'sample/node_modules'));
  const write = (path: string, text: string) => writeFile(join(folder, 'sample', path), text);
  await write('hardening/tabs/one.ts', '/** @see https://github.com/a/b/issues/1 */\n');
  await write('hardening/outage.ts', 'export {};\n');
  await write('hardening/outage.test.ts', 'export {};\n');
  await write(
    'main.ts',
    'base();\n// #region hardening: tabs\ntabs();\n// #endregion\n// #region hardening: outage\noutage();\n// #endregion\n// #region hardening: lock\n// @see https://github.com/a/b/pull/2\nlock();\n// #endregion\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

test('finds the traps of a sample, their files, and where they come from', async () => {
  expect(await trapsOf(join(folder, 'sample'))).toEqual([
    { name: 'lock', files: [], source: 'https://github.com/a/b/pull/2' },
    { name: 'outage', files: ['hardening/outage.test.ts', 'hardening/outage.ts'] },
    {
      name: 'tabs',
      files: ['hardening/tabs/one.ts'],
      source: 'https://github.com/a/b/issues/1',
    },
  ]);
});

test('takes one out and leaves the others', async () => {
  const traps = await trapsOf(join(folder, 'sample'));
  const copy = join(folder, 'copy');
  await takeOut(
    join(folder, 'sample'),
    copy,
    traps.filter(({ name }) => name === 'outage'),
  );
  expect(await readdir(join(copy, 'hardening'))).toEqual(['tabs']);
  const main = await readFile(join(copy, 'main.ts'), 'utf8');
  expect(main).not.toContain('outage');
  expect(main).toContain('tabs();');

  await takeOut(join(folder, 'sample'), copy, 'all');
  expect(await readFile(join(copy, 'main.ts'), 'utf8')).toBe('base();\n');
});

const results = [
  { title: 'base', traps: [], passed: true },
  { title: 'tabs', traps: ['tabs'], passed: false },
  { title: 'both', traps: ['tabs', 'outage'], passed: false },
];

test('a trap is proven when its tests fail, and no others', () => {
  expect(judge('tabs', results)).toEqual({ trap: 'tabs', own: 2, failed: 2, faults: [] });
  expect(judge(everything, results).faults).toEqual([]);
  expect(judge(asItIs, results).faults).toEqual(['Fails: tabs', 'Fails: both']);
});

test('says what is not as it should be', () => {
  expect(judge('outage', results).faults).toEqual(['Fails: tabs']);
  expect(judge('lock', results.slice(0, 1)).faults).toEqual(['No test is tagged @trap:lock.']);
  const passes = [{ title: 'tabs', traps: ['tabs'], passed: true }];
  expect(judge('tabs', passes).faults).toEqual(['Passes without it: tabs']);
});

test('a tag is for every sample, or for one', () => {
  const tags = ['trap:outage', 'trap:nextjs/one-renewal', 'slow'];
  const suite = {
    title: 'a file',
    suites: [{ title: 'b', specs: [{ title: 'c', tags, ok: true }] }],
  };
  expect(resultsOf(suite, 'angular')[0]?.traps).toEqual(['outage']);
  expect(resultsOf(suite, 'nextjs')[0]?.traps).toEqual(['outage', 'one-renewal']);
});

test('the table shortens the address of an issue', () => {
  const row = { ...judge('tabs', results), passed: 2, source: 'https://github.com/a/b/issues/1' };
  expect(table([row])).toContain('| tabs | a/b#1 | 2 of 2 pass | 2 of 2 fail | proven |');
});

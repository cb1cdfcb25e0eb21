import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from './copy-tree.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dm-kit-count-'));
});
afterEach(() => rm(folder, { recursive: true }));

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };
const playwright = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 4 } };

async function put(path: string, content: unknown): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), JSON.stringify(content));
}

async function putPackage(path: string, report?: unknown): Promise<void> {
  await put(`${path}/package.json`, { scripts: { test: 'vitest run' } });
  if (report) {
    await put(`${path}/reports/tests.json`, report);
  }
}

function count() {
  const script = join(root, '.ci/count.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, lines: stdout.trim().split('\n') };
}

test('adds up both runners, what was skipped among it', async () => {
  await putPackage('packages/one', vitest);
  await putPackage('e2e', playwright);
  await put('packages/without-tests/package.json', { scripts: {} });
  expect(count()).toEqual({ status: 0, lines: ['8 passed, 0 failed, 7 skipped'] });
});

test('fails where a package with tests left no report', async () => {
  await putPackage('packages/one', vitest);
  await putPackage('apps/two');
  expect(count()).toEqual({
    status: 1,
    lines: ['No report of tests: apps/two', '3 passed, 0 failed, 3 skipped'],
  });
});

test.each([
  ['a report in which everything was skipped', { ...vitest, numPassedTests: 0 }],
  ['a test that failed', { ...vitest, numFailedTests: 1 }],
  ['a test that passed only the second time', { stats: { ...playwright.stats, flaky: 1 } }],
  ['a folder of which all tests were skipped', { ...vitest, numPassedTests: 0 }],
])('fails for %s', async (_, report) => {
  await putPackage('packages/one', report);
  expect(count().status).toBe(1);
});

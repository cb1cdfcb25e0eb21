import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd, spawnGroup } from '@dm-kit/processes';
import type { Row, Subject } from '../row.ts';
import { durationsOf } from './suite-report.ts';

const root = join(import.meta.dirname, '../..');

/** What a contributor waits for, each in a fresh clone of the last commit; pnpm's store is warm, turbo's cache is empty. */
export const subject: Subject = {
  needs: [],
  async measure() {
    const folder = await mkdtemp(join(tmpdir(), 'dm-kit-bench-'));
    try {
      return [
        ...(await testTimes(join(folder, 'test'))),
        ...(await demoTimes(join(folder, 'demo'))),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  },
};

async function testTimes(clone: string): Promise<Row[]> {
  makeClone(clone);
  const unit = 's';
  const install = await timeOf('pnpm install --frozen-lockfile', clone);
  const cold = await timeOf('pnpm test', clone);
  const warm = await timeOf('pnpm test', clone);
  const suite = await timeOf('pnpm exec playwright test', join(clone, 'e2e'));
  const report = await readFile(join(clone, 'e2e/reports/tests.json'), 'utf8');
  return [
    { what: '`pnpm install`', unit, ours: install },
    { what: '`pnpm test`, cold', unit, ours: cold, wanted: 'under 180' },
    { what: '`pnpm test`, nothing changed', unit, ours: warm, wanted: 'under 2' },
    { what: 'Browser suite alone', unit, ours: suite, wanted: 'under 60' },
    ...durationsOf(JSON.parse(report), 'registers with a new address').map(({ project, ms }) => ({
      what: `Registering by a code in the browser, ${project}`,
      unit,
      ours: ms / 1000,
    })),
  ];
}

async function demoTimes(clone: string): Promise<Row[]> {
  makeClone(clone);
  const unit = 's';
  const what = '`pnpm demo` to all parts running';
  const cold = await timeToReady(clone);
  const warm = await timeToReady(clone);
  return [
    { what: `${what}, fresh clone`, unit, ours: cold, wanted: 'under 60' },
    { what: `${what}, again`, unit, ours: warm, wanted: 'under 3' },
  ];
}

function makeClone(folder: string): void {
  execFileSync('git', ['clone', '--quiet', root, folder]);
}

/** Seconds that a command line takes. @throws when it fails, with its last lines. */
async function timeOf(command: string, cwd: string): Promise<number> {
  const lines: string[] = [];
  const start = performance.now();
  const ending = await runToEnd({ command, cwd, onLine: (line) => lines.push(line) });
  if (!('exitCode' in ending && ending.exitCode === 0)) {
    throw new Error([`${command} failed:`, ...lines.slice(-40)].join('\n'));
  }
  return (performance.now() - start) / 1000;
}

/** Seconds until the demo says that it is ready; it is stopped then. */
async function timeToReady(cwd: string): Promise<number> {
  const lines: string[] = [];
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const demo = spawnGroup({
      command: 'pnpm demo --ports free',
      cwd,
      onLine(line) {
        lines.push(line);
        if (line.includes('Ready in')) {
          const seconds = (performance.now() - start) / 1000;
          demo.stop(10).then(() => resolve(seconds), reject);
        }
      },
    });
    void demo.ended.then(() =>
      reject(new Error(['The demo ended:', ...lines.slice(-20)].join('\n'))),
    );
  });
}

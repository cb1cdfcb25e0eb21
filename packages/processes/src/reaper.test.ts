import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRunning, untilGone } from '../test/processes.ts';

const index = JSON.stringify(join(import.meta.dirname, 'index.ts'));

let folder: string;
let parent: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reaper-'));
});
afterEach(async () => {
  parent?.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

/** Runs a program that starts another one and prints its number; gives that number. */
async function start(script: string): Promise<number> {
  const started = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  parent = started;
  return new Promise((resolve) =>
    createInterface({ input: started.stdout }).on('line', (line) => resolve(Number(line))),
  );
}

function starts(child: string) {
  return `
    import { runAfterUs, spawnGroup } from ${index};
    spawnGroup({ command: ['node', '-e', ${JSON.stringify(child)}], onLine: (line) => console.log(line) });
  `;
}
const idle = 'console.log(process.pid); setInterval(() => {}, 1000);';

test('what was started ends when its starter is killed', async () => {
  const child = await start(starts(idle));
  expect(isRunning(child)).toBe(true);
  parent?.kill('SIGKILL');
  await untilGone(child);
});

test('also when it does not heed SIGTERM', async () => {
  const child = await start(starts(`process.on('SIGTERM', () => {}); ${idle}`));
  parent?.kill('SIGKILL');
  await untilGone(child);
});

test('a program runs after the end of who asked for it, unless that took it back', async () => {
  const script = (name: string) => `runAfterUs({
    command: ['node', '-e', 'require("node:fs").writeFileSync(${JSON.stringify(name)}, "")'],
    cwd: ${JSON.stringify(folder)},
  })`;
  const child = await start(
    // One after the other: what was taken back would run first.
    `${starts(idle)}; const takeBack = ${script('not-done')}; ${script('done')}; takeBack();`,
  );
  parent?.kill('SIGKILL');
  await untilGone(child);
  while (!existsSync(join(folder, 'done'))) {
    await delay(20);
  }
  expect(existsSync(join(folder, 'not-done'))).toBe(false);
});

/** The process that watches over a program of ours. */
function reaperOf(starter: ChildProcess): number | undefined {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const own = processes
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([, ppid, ...args]) => Number(ppid) === starter.pid && /reaper-process/.test(`${args}`));
  return own && Number(own[0]);
}

test('what was started ends also when somebody killed the process that sees to it', async () => {
  const child = await start(starts(idle));
  const first = reaperOf(parent as ChildProcess);
  process.kill(first as number, 'SIGKILL');
  let second: number | undefined;
  while (second === undefined || second === first) {
    await delay(50);
    second = reaperOf(parent as ChildProcess);
  }
  parent?.kill('SIGKILL');
  await untilGone(child);
});

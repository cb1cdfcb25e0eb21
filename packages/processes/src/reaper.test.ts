import { type ChildProcess, spawn } from 'node:child_process';
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
    `${starts(idle)}; ${script('done')}; const takeBack = ${script('not-done')}; takeBack();`,
  );
  parent?.kill('SIGKILL');
  await untilGone(child);
  while (!existsSync(join(folder, 'done'))) {
    await delay(20);
  }
  expect(existsSync(join(folder, 'not-done'))).toBe(false);
});

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isRunning, untilGone } from '../test/processes.ts';

const index = JSON.stringify(join(import.meta.dirname, 'index.ts'));

/** Prints its number, and runs until who started it is killed. */
const watches = `
  import { untilInterrupted } from ${index};
  const signal = untilInterrupted();
  console.log(process.pid);
  const timer = setInterval(() => {}, 1000);
  signal.addEventListener('abort', () => clearInterval(timer));
`;
const watching = '"$NODE" --input-type=module -e "$SCRIPT"';

let folder: string;
/** Programs that a test has started: one that fails leaves none behind. */
const started: number[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dm-kit-starters-'));
  // The system's own, but one can see how often it was asked.
  const ps = `#!/bin/sh\necho >> "${folder}/looks"\nPATH="$REAL_PATH" exec ps "$@"\n`;
  writeFileSync(join(folder, 'ps'), ps);
  chmodSync(join(folder, 'ps'), 0o755);
});
afterEach(() => {
  for (const pid of started.splice(0).filter(isRunning)) {
    process.kill(pid, 'SIGKILL');
  }
  rmSync(folder, { recursive: true });
});

/** How often the program has looked at what runs. */
function looks(): number {
  const file = join(folder, 'looks');
  return existsSync(file) ? readFileSync(file, 'utf8').length : 0;
}

async function untilMoreLooks(count: number): Promise<void> {
  const enough = looks() + count;
  await vi.waitUntil(() => looks() >= enough, { timeout: 30_000 });
}

/** A shell that runs a script with $watching, the program above, in it; and the number of that program. */
async function shell(script: string) {
  const { PATH = '' } = process.env;
  const around = spawn('sh', ['-c', script], {
    env: {
      ...process.env,
      PATH: folder + delimiter + PATH,
      REAL_PATH: PATH,
      NODE: process.execPath,
      SCRIPT: watches,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) =>
    createInterface({ input: around.stdout }).once('line', resolve),
  );
  started.push(Number(line));
  return { shell: around, pid: Number(line) };
}

test('ends when the shell around it is killed', async () => {
  const { shell: around, pid } = await shell(`${watching}; true`);
  await untilMoreLooks(3);
  expect(isRunning(pid)).toBe(true);
  around.kill('SIGKILL');
  await untilGone(pid);
});

test('ends when a process further out is killed', async () => {
  const { shell: around, pid } = await shell(`sh -c '${watching}; true'; true`);
  await untilMoreLooks(3);
  around.kill('SIGKILL');
  await untilGone(pid);
});

test('lives on when a shell that started it in the background ends', async () => {
  // `cat` ends with its input, and the shell with it.
  const { shell: around, pid } = await shell(`${watching} & cat`);
  await untilMoreLooks(3);
  around.stdin.end();
  await new Promise((resolve) => around.once('exit', resolve));
  await untilMoreLooks(2);
  expect(isRunning(pid)).toBe(true);
  process.kill(pid, 'SIGTERM');
  await untilGone(pid);
});

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
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

/** A shell that runs a script with $watching, the program above, in it; and the number of that program. */
async function shell(script: string) {
  const started = spawn('sh', ['-c', script], {
    env: { ...process.env, NODE: process.execPath, SCRIPT: watches },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) =>
    createInterface({ input: started.stdout }).once('line', resolve),
  );
  return { shell: started, pid: Number(line) };
}
const watching = '"$NODE" --input-type=module -e "$SCRIPT"';

test('ends when the shell around it is killed', async () => {
  const { shell: around, pid } = await shell(`${watching}; true`);
  await delay(2500);
  expect(isRunning(pid)).toBe(true);
  around.kill('SIGKILL');
  await untilGone(pid);
});

test('ends when a process further out is killed', async () => {
  const { shell: around, pid } = await shell(`sh -c '${watching}; true'; true`);
  await delay(2500);
  around.kill('SIGKILL');
  await untilGone(pid);
});

test('lives on when a shell that started it in the background ends', async () => {
  const { shell: around, pid } = await shell(`${watching} & sleep 3`);
  await new Promise((resolve) => around.once('exit', resolve));
  await delay(1500);
  expect(isRunning(pid)).toBe(true);
  process.kill(pid, 'SIGTERM');
  await untilGone(pid);
});

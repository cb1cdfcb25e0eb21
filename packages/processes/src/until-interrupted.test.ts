import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const index = JSON.stringify(join(import.meta.dirname, 'index.ts'));

/** A program that goes on until it is interrupted, and for good when `stubborn`. */
async function start(stubborn: boolean) {
  const script = `
    import { untilInterrupted } from ${index};
    const signal = untilInterrupted();
    const timer = setInterval(() => {}, 1000);
    signal.addEventListener('abort', () => {
      console.log('interrupted');
      ${stubborn ? '' : 'process.exit(0);'}
    });
    console.log('ready');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  return { child, ended };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s is heard', async (signal) => {
  const { child, ended } = await start(false);
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
});

test('a second one waits for nothing', async () => {
  const { child, ended } = await start(true);
  child.kill('SIGINT');
  await once(child.stdout, 'data');
  expect(child.exitCode).toBeNull();
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
});

import { expect, test } from 'vitest';
import { isRunning } from '../test/processes.ts';
import { spawnGroup } from './spawn-group.ts';

/** Starts a program and waits for its first line. */
async function started(script: string, env = {}) {
  let first = (_: string) => {};
  const line = new Promise<string>((resolve) => {
    first = resolve;
  });
  const group = spawnGroup({ command: ['node', '-e', script], env, onLine: (text) => first(text) });
  return { ...group, line: await line };
}
const idle = 'console.log(process.pid); setInterval(() => {}, 1000);';

test('a process that does not heed SIGTERM is killed after the deadline', async () => {
  const group = await started(`process.on('SIGTERM', () => {}); ${idle}`);
  await group.stop(0.2);
  expect(await group.ended).toEqual({ signal: 'SIGKILL' });
  expect(isRunning(Number(group.line))).toBe(false);
});

test('what it started ends with it', async () => {
  const group = await started(
    `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
      `process.on('SIGTERM', () => {}); ${idle}`,
    )}], { stdio: 'inherit' }); setInterval(() => {}, 1000);`,
  );
  expect(isRunning(Number(group.line))).toBe(true);
  await group.stop();
  expect(isRunning(Number(group.line))).toBe(false);
});

test('one string is a command line of the shell', async () => {
  const lines: string[] = [];
  const { ended } = spawnGroup({
    command: 'echo one && exit 3',
    onLine: (line) => lines.push(line),
  });
  expect(await ended).toEqual({ exitCode: 3 });
  expect(lines).toEqual(['one']);
});

test('a program that there is not', async () => {
  const { ended } = spawnGroup({ command: ['/no/such/program'], onLine: () => {} });
  expect(await ended).toEqual({ failure: expect.stringContaining('ENOENT') });
});

import { expect, test } from 'vitest';
import { isRunning } from '../test/processes.ts';
import { runToEnd } from './run-to-end.ts';

const idle = 'console.log(process.pid); setInterval(() => {}, 1000);';

test('tells how a program ended', async () => {
  const { signal } = new AbortController();
  const command: [string, ...string[]] = ['node', '-e', 'process.exit(4)'];
  expect(await runToEnd({ command, signal })).toEqual({ exitCode: 4 });
});

test('stops a program that is interrupted, and says why', async () => {
  const interrupted = new AbortController();
  let pid = 0;
  const run = runToEnd({
    command: ['node', '-e', idle],
    signal: interrupted.signal,
    onLine(line) {
      pid = Number(line);
      interrupted.abort(new Error('enough'));
    },
  });
  await expect(run).rejects.toThrow('enough');
  expect(isRunning(pid)).toBe(false);
});

test('starts nothing when it was interrupted before', async () => {
  const lines: string[] = [];
  const signal = AbortSignal.abort(new Error('too late'));
  const run = runToEnd({
    command: ['node', '-e', 'console.log(1)'],
    signal,
    onLine: (line) => lines.push(line),
  });
  await expect(run).rejects.toThrow('too late');
  expect(lines).toEqual([]);
});

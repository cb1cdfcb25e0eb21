import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { StackError } from './errors.ts';
import type { Part } from './part.ts';
import { startRestartable } from './restartable.ts';

function factory() {
  const started: { running: boolean; crash: (error: StackError) => void }[] = [];
  const start = async (): Promise<Part> => {
    // Two of them would want the same port.
    expect(started.filter(({ running }) => running)).toEqual([]);
    const one = { running: true, crash: (_: StackError) => {} };
    started.push(one);
    return {
      name: 'part',
      url: 'http://localhost:1',
      crashed: new Promise((resolve) => {
        one.crash = resolve;
      }),
      async stop() {
        await setImmediate();
        one.running = false;
      },
    };
  };
  return { started, start };
}

test('the old one is stopped before the new one starts, and the new one is the one to stop', async () => {
  const { started, start } = factory();
  const part = await startRestartable(start);
  await part.restart();
  expect(started.map(({ running }) => running)).toEqual([false, true]);
  await part.stop();
  expect(started.map(({ running }) => running)).toEqual([false, false]);
});

test('the crash of whichever runs is reported', async () => {
  const { started, start } = factory();
  const part = await startRestartable(start);
  await part.restart();
  started[1]?.crash(new StackError('ended'));
  expect((await part.crashed).message).toBe('ended');
});

test('a restart that fails is for the caller to tell; the next one may succeed', async () => {
  const { started, start } = factory();
  let broken = false;
  const part = await startRestartable(async () => {
    if (broken) {
      throw new StackError('does not start');
    }
    return start();
  });
  broken = true;
  await expect(part.restart()).rejects.toThrow('does not start');
  broken = false;
  await part.restart();
  expect(started.map(({ running }) => running)).toEqual([false, true]);
});

import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { StackError } from './errors.ts';
import type { Part } from './part.ts';
import { startTogether } from './start-together.ts';
import { Supervisor } from './supervisor.ts';

type Fake = Part & { crash(error: StackError): void; stopped: number };

function fakePart(name: string): Fake {
  let crash = (_: StackError) => {};
  const crashed = new Promise<StackError>((resolve) => {
    crash = resolve;
  });
  return {
    name,
    url: '',
    crashed,
    crash,
    stopped: 0,
    async stop() {
      this.stopped += 1;
    },
  };
}

test('one part that crashes takes the others down, and is the reason', async () => {
  const supervisor = new Supervisor();
  const one = supervisor.add(fakePart('one'));
  const other = supervisor.add(fakePart('other'));
  one.crash(new StackError('one ended'));
  other.crash(new StackError('other ended, having lost one'));
  expect((await supervisor.crashed).message).toBe('one ended');
  expect([one.stopped, other.stopped]).toEqual([1, 1]);
  expect(supervisor.signal.reason).toEqual(new StackError('one ended'));
});

test('a crash is told when the others have stopped, not before', async () => {
  const supervisor = new Supervisor();
  let hasStopped = false;
  supervisor.add({
    ...fakePart('slow'),
    async stop() {
      await setImmediate();
      hasStopped = true;
    },
  });
  const part = supervisor.add(fakePart('part'));
  part.crash(new StackError('ended'));
  await supervisor.crashed;
  expect(hasStopped).toBe(true);
});

test('stopping twice stops each part once, and a part that ends then is no crash', async () => {
  const supervisor = new Supervisor();
  const part = supervisor.add(fakePart('part'));
  await Promise.all([supervisor.stop(), supervisor.stop()]);
  part.crash(new StackError('ended'));
  expect(part.stopped).toBe(1);
  expect(await Promise.race([supervisor.crashed, Promise.resolve('quiet')])).toBe('quiet');
  expect(supervisor.signal.aborted).toBe(false);
});

test('when one of several starts fails, the others are given up or stopped', async () => {
  const ready = fakePart('ready');
  let givenUp = false;
  const starting = startTogether<[Part, Part, Part]>(
    undefined,
    async () => ready,
    async () => {
      throw new StackError('did not start');
    },
    (signal) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          givenUp = true;
          reject(signal.reason);
        }),
      ),
  );
  await expect(starting).rejects.toThrow('did not start');
  expect({ stopped: ready.stopped, givenUp }).toEqual({ stopped: 1, givenUp: true });
});

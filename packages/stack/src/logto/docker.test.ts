import { afterEach, expect, test } from 'vitest';
import { type Answer, type FakeDocker, fakeDocker } from '../../test/fake-docker.ts';
import { FIXED_PORTS } from '../ports.ts';
import { startDockerLogto } from './docker.ts';

let docker: FakeDocker | undefined;
afterEach(() => docker?.restore());

const UP: Answer = {
  to: ' ps ',
  says: JSON.stringify({ ID: 'abc', Service: 'logto', State: 'running', Health: 'healthy' }),
};
const CLIENT: Answer = { to: ' exec ', says: 'the-secret' };

const start = (unpack = async (folder: string) => `digest of ${folder}`) =>
  startDockerLogto({ ports: FIXED_PORTS, onProgress: () => {}, unpack });

const wasTakenDown = () => docker?.calls().some(({ args }) => args.includes('down'));

test('takes down what it brought up', async () => {
  docker = fakeDocker([CLIENT]);
  const { parts } = await start();
  expect(wasTakenDown()).toBe(false);
  await parts[0]?.stop();
  expect(wasTakenDown()).toBe(true);
});

test('takes down what it began to bring up, when that fails', async () => {
  docker = fakeDocker([]);
  await expect(start()).rejects.toThrow('no client "m-default"');
  expect(wasTakenDown()).toBe(true);
});

test('leaves one up that was up, though it was started anew with another connector', async () => {
  docker = fakeDocker([UP, CLIENT]);
  const { parts } = await start();
  expect(docker.calls().some(({ args }) => args.includes('up'))).toBe(true);
  await parts[0]?.stop();
  expect(wasTakenDown()).toBe(false);
});

test('leaves one up that was up, when something fails', async () => {
  docker = fakeDocker([UP]);
  const packing = start(() => Promise.reject(new Error('cannot be packed')));
  await expect(packing).rejects.toThrow('cannot be packed');
  expect(wasTakenDown()).toBe(false);
});

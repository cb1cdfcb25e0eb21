import { afterEach, expect, test } from 'vitest';
import { type Answer, type FakeDocker, fakeDocker } from '../../test/fake-docker.ts';
import { fixedPorts } from '../ports.ts';
import { startDockerLogto } from './docker.ts';

let docker: FakeDocker | undefined;
afterEach(() => docker?.restore());

const up: Answer = {
  to: ' ps ',
  says: JSON.stringify({ ID: 'abc', Service: 'logto', State: 'running', Health: 'healthy' }),
};
const client: Answer = { to: ' exec ', says: 'the-secret' };

function start(unpack = async (folder: string) => `digest of ${folder}`) {
  return startDockerLogto({ ports: fixedPorts, onProgress: () => {}, unpack });
}

function wasTakenDown() {
  return docker?.calls().some(({ args }) => args.includes('down'));
}

test('takes down what it brought up', async () => {
  docker = fakeDocker([client]);
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
  docker = fakeDocker([up, client]);
  const { parts } = await start();
  expect(docker.calls().some(({ args }) => args.includes('up'))).toBe(true);
  await parts[0]?.stop();
  expect(wasTakenDown()).toBe(false);
});

test('leaves one up that was up, when something fails', async () => {
  docker = fakeDocker([up]);
  const packing = start(() => Promise.reject(new Error('cannot be packed')));
  await expect(packing).rejects.toThrow('cannot be packed');
  expect(wasTakenDown()).toBe(false);
});

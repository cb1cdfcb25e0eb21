import { afterEach, expect, test } from 'vitest';
import { type Answer, type FakeDocker, fakeDocker } from '../../test/fake-docker.ts';
import { fixedPorts } from '../ports.ts';
import { dockerPorts, startDockerLogto } from './docker.ts';

let docker: FakeDocker | undefined;
afterEach(() => docker?.restore());

const up: Answer = {
  to: ' ps ',
  says: JSON.stringify({ ID: 'abc', Service: 'logto', State: 'running', Health: 'healthy' }),
};
const client: Answer = { to: ' exec ', says: 'the-secret' };

async function digest(folder: string) {
  return `digest of ${folder}`;
}

function start(unpack = digest, composeProject?: string) {
  return startDockerLogto({ ports: fixedPorts, onProgress: () => {}, unpack, composeProject });
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

test('says whether it stays up', async () => {
  docker = fakeDocker([up, client]);
  expect((await start()).staysUp).toBe(true);
  docker.restore();
  docker = fakeDocker([client]);
  const { staysUp, parts } = await start();
  expect(staysUp).toBe(false);
  await parts[0]?.stop();
});

test('a project of its own is deleted with its data', async () => {
  docker = fakeDocker([client]);
  const { parts } = await start(digest, 'dm-kit-e2e');
  await parts[0]?.stop();
  const [, ...calls] = docker.calls().map(({ args }) => args.join(' '));
  expect(calls.length).toBeGreaterThan(2);
  for (const call of calls) {
    expect(call).toContain('--project-name dm-kit-e2e');
  }
  expect(calls.at(-1)).toMatch(/ down --volumes$/);
});

test('one that is up is used, whatever project is asked for', async () => {
  docker = fakeDocker([up, client]);
  await start(digest, 'dm-kit-e2e');
  expect(docker.calls().some(({ args }) => args.includes('--project-name'))).toBe(false);
});

test('its ports are those of the demo, unless it has them already', async () => {
  docker = fakeDocker([]);
  expect((await dockerPorts()).map(({ port }) => port)).toEqual([3001, 3002, 3010]);
  docker.restore();
  docker = fakeDocker([up]);
  expect(await dockerPorts()).toEqual([]);
});

test('gives no advice about containers that are gone', async () => {
  docker = fakeDocker([{ to: ' up ', says: 'container dm-kit-logto-1 is unhealthy', exitCode: 1 }]);
  await expect(start()).rejects.toThrow('is taken down again');
  expect(wasTakenDown()).toBe(true);
});

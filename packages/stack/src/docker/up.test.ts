import { afterEach, expect, test } from 'vitest';
import { type Answer, type FakeDocker, fakeDocker } from '../../test/fake-docker.ts';
import { dockerLogto, managementClient } from './logto-client.ts';
import { type UpOptions, up } from './up.ts';

let docker: FakeDocker | undefined;
afterEach(() => docker?.restore());

const unpack: UpOptions['unpack'] = async (folder) => `digest of ${folder}`;

/** The containers that run: made with the present packages and healthy, unless told otherwise. */
function running({
  connector = 'digest of connector-aliyun-dm',
  emulator = 'digest of direct-mail-emulator',
  health = ['healthy'],
  proxy = false,
} = {}): Answer {
  const container = (Service: string, Health: string, Labels = '') =>
    JSON.stringify({ ID: 'abc', Service, State: 'running', Health, Labels });
  const all = [
    ...health.map((replica) => container('logto', replica, `dm-kit.connector=${connector}`)),
    container('direct-mail', 'healthy', `dm-kit.emulator=${emulator}`),
    ...(proxy ? [container('proxy', 'healthy')] : []),
  ];
  return { to: ' ps ', says: all.join('\n') };
}

function verbs() {
  return docker
    ?.calls()
    .map(({ args }) => args.find((arg) => /^[a-z]+$/.test(arg) && arg !== 'compose'));
}

test('starts the containers with the present connector, and waits until they are healthy', async () => {
  docker = fakeDocker([]);
  expect(await up({ unpack })).toBe(false);
  const call = docker.calls().at(-1);
  expect(call?.args.join(' ')).toBe(
    'compose --file compose.yaml up --detach --wait --wait-timeout 180 --quiet-pull',
  );
  expect(call?.env).toEqual({
    CONNECTOR_DIGEST: 'digest of connector-aliyun-dm',
    EMULATOR_DIGEST: 'digest of direct-mail-emulator',
  });
});

test.each([
  ['one', running()],
  ['several, one of which is just restarted', running({ health: ['starting', 'healthy'] })],
])('leaves %s alone that run with the present packages', async (_, answer) => {
  docker = fakeDocker([answer]);
  expect(await up({ unpack })).toBe(true);
  expect(verbs()).toEqual(['ps']);
});

test.each([
  ['has another connector', running({ connector: 'digest of an older one' })],
  ['has another Direct Mail emulator', running({ emulator: 'digest of an older one' })],
  ['is not healthy', running({ health: ['unhealthy'] })],
])('starts one again that %s', async (_, answer) => {
  docker = fakeDocker([answer]);
  expect(await up({ unpack })).toBe(false);
  expect(verbs()).toEqual(['ps', 'up']);
});

test('adds the second file for several replicas', async () => {
  docker = fakeDocker([running()]);
  expect(await up({ unpack, scale: true, services: ['proxy'] })).toBe(false);
  expect(docker.calls().at(-1)?.args.join(' ')).toMatch(
    /^compose --file compose.yaml --file compose.scale.yaml up .* proxy$/,
  );
});

test('keeps several replicas, with another connector too', async () => {
  docker = fakeDocker([running({ connector: 'digest of an older one', proxy: true })]);
  expect(await up({ unpack })).toBe(false);
  expect(docker.calls().at(-1)?.args.join(' ')).toMatch(
    /^compose --file compose.yaml --file compose.scale.yaml up /,
  );
});

test('shows what Logto printed when it does not become healthy', async () => {
  docker = fakeDocker([
    running({ health: ['unhealthy'] }),
    { to: ' up ', says: 'container dm-kit-logto-1 is unhealthy', exitCode: 1 },
    { to: ' logs ', says: '\u001b[2Klogto-1  | Error: no such table' },
  ]);
  const error = await up({ unpack }).catch((reason) => reason);
  expect(error.message).toContain('Logto did not become healthy');
  expect(error.output).toEqual(['logto-1  | Error: no such table']);
  expect(docker.calls().at(-1)?.args.join(' ')).toMatch(/ logs .* logto$/);
});

test('says how a container ended that did not become healthy', async () => {
  const killed = { ID: 'abc', Service: 'logto', State: 'restarting', ExitCode: 137 };
  const done = { ID: 'def', Service: 'logto-database', State: 'exited', ExitCode: 0 };
  docker = fakeDocker([
    { to: ' ps ', says: [killed, done].map((one) => JSON.stringify(one)).join('\n') },
    { to: ' up ', says: 'container dm-kit-logto-1 is unhealthy', exitCode: 1 },
  ]);
  const error = await up({ unpack }).catch((reason) => reason);
  expect(error.output).toEqual([
    'logto ended with exit code 137: killed, most often for want of memory',
  ]);
});

test('says how one ended that ended without a word', async () => {
  const silent = { ID: 'abc', Service: 'logto', State: 'restarting', ExitCode: 0 };
  docker = fakeDocker([
    { to: ' ps ', says: JSON.stringify(silent) },
    { to: ' up ', says: 'container dm-kit-logto-1 exited (0)', exitCode: 1 },
  ]);
  const error = await up({ unpack }).catch((reason) => reason);
  expect(error.output).toEqual(['logto ended with exit code 0']);
});

test('says it of one that Docker has just started again, too', async () => {
  docker = fakeDocker([
    running({ health: ['starting'] }),
    { to: ' up ', says: 'container dm-kit-logto-1 is unhealthy', exitCode: 1 },
    { to: 'events ', says: '1\n3' },
  ]);
  const error = await up({ unpack }).catch((reason) => reason);
  expect(error.output).toEqual(['logto ended with exit code 3']);
});

test('packs nothing when Docker does not run', async () => {
  docker = fakeDocker([{ to: ' ps ', says: 'Is the docker daemon running?', exitCode: 1 }]);
  let packed = false;
  const starting = up({
    async unpack() {
      packed = true;
      return '';
    },
  });
  await expect(starting).rejects.toThrow('Docker does not run: start Docker Desktop');
  expect(packed).toBe(false);
});

test('reads the client of a fresh installation from its database', async () => {
  docker = fakeDocker([{ to: ' exec ', says: 'the-secret' }]);
  expect(await managementClient()).toEqual({
    ...dockerLogto,
    appId: 'm-default',
    appSecret: 'the-secret',
  });
});

test('says that the database has no such client', async () => {
  docker = fakeDocker([{ to: ' exec ' }]);
  await expect(managementClient()).rejects.toThrow('`pnpm logto reset` makes a fresh one');
});

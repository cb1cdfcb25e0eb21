import { describe, expect, test } from 'vitest';
import { dockerError, UnhealthyError } from './errors.ts';

// What Docker 20.10 to 28 and Compose 2 print, on Linux and with Docker Desktop.
const sayings: [what: string, said: string, remedy: string][] = [
  ['no Docker', 'spawn docker ENOENT', 'Docker is not installed'],
  ['no Compose', "docker: 'compose' is not a docker command.", 'Docker has no Compose'],
  ['no Compose, flags first', 'unknown flag: --file', 'Docker has no Compose'],
  ['no Compose, newer', 'docker: unknown command: docker compose', 'Docker has no Compose'],
  [
    'no daemon',
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    'Docker does not run',
  ],
  [
    'no daemon, newer',
    'failed to connect to the docker API at unix:///var/run/docker.sock; check if the path is correct and if the daemon is running: dial unix /var/run/docker.sock: connect: no such file or directory',
    'Docker does not run',
  ],
  [
    'no permission',
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/containers/json": dial unix /var/run/docker.sock: connect: permission denied',
    'You may not use Docker',
  ],
  [
    'port of another container',
    'Error response from daemon: driver failed programming external connectivity on endpoint dm-kit-logto-1: Bind for 127.0.0.1:3001 failed: port is already allocated',
    'Port 3001 is in use',
  ],
  [
    'port of another program',
    'Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint dm-kit-direct-mail-1: failed to bind host port for 127.0.0.1:3010:172.18.0.2:3010/tcp: address already in use',
    'Port 3010 is in use',
  ],
  [
    'port, older',
    'Error starting userland proxy: listen tcp4 127.0.0.1:3002: bind: address already in use',
    'Port 3002 is in use',
  ],
  [
    'port, Docker Desktop',
    'Ports are not available: exposing port TCP 127.0.0.1:3001 -> 127.0.0.1:0: listen tcp 127.0.0.1:3001: bind: address already in use',
    'Port 3001 is in use',
  ],
  [
    'no such image',
    'Error response from daemon: manifest for svhd/logto:0.0.0 not found: manifest unknown',
    'An image cannot be pulled',
  ],
  [
    'no network',
    'Error response from daemon: Get "https://registry.example/v2/": dial tcp: lookup registry.example: no such host',
    'An image cannot be pulled',
  ],
  [
    'too many pulls',
    'toomanyrequests: You have reached your unauthenticated pull rate limit.',
    'An image cannot be pulled',
  ],
  ['disk', 'write /var/lib/docker/tmp/x: no space left on device', 'The disk is full'],
];

test.each(sayings)('%s', (_, said, remedy) => {
  const { message, output } = dockerError(['some progress', said]);
  expect(message).toContain(remedy);
  expect(message.split('\n')).toHaveLength(1);
  expect(output).toEqual([]);
});

describe('a container that', () => {
  test.each([
    'dependency failed to start: container dm-kit-logto-database-1 exited (1)',
    'container dm-kit-logto-1 is unhealthy',
    `service "logto-database" didn't complete successfully: exit 1`,
    'application not healthy after 3m0s',
    'timeout waiting for dependencies',
  ])('is not healthy: %s', (said) => {
    expect(dockerError([said])).toBeInstanceOf(UnhealthyError);
  });
});

test('what nobody foresaw is shown as it is', () => {
  const error = dockerError(['something new']);
  expect(error.message).toBe('Docker Compose failed.');
  expect(error.output).toEqual(['something new']);
});

test('the hint to pull names the files that were used', () => {
  const said = ['pull access denied for svhd/logto'];
  expect(dockerError(said).message).toContain('`docker compose pull`');
  expect(dockerError(said, true).message).toContain(
    '`docker compose --file compose.yaml --file compose.scale.yaml pull`',
  );
});

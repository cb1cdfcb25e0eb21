import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { occupyPort } from '../test/listener.ts';
import { freePort, isFree } from './ports.ts';

test('a port on which nothing listens is free, and asking leaves it so', async () => {
  const port = await freePort();
  expect(await isFree(port)).toBe(true);
  expect(await isFree(port)).toBe(true);
});

test('a port is not free when something listens on one loopback address only', async () => {
  await using other = await occupyPort();
  expect(await isFree(other.port)).toBe(false);
});

test('a port is not free when something listens on the other loopback address only', async ({
  skip,
}) => {
  const server = createServer();
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(0, '::1', () => resolve(true));
  });
  skip(!listening, 'this machine has no IPv6');
  const { port } = server.address() as AddressInfo;
  expect(await isFree(port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
});

test('a port is not free when something listens on all addresses', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('no port');
  }
  expect(await isFree(address.port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
});

test('free ports differ from one another', async () => {
  const ports = await Promise.all(Array.from({ length: 8 }, freePort));
  expect(new Set(ports).size).toBe(8);
});

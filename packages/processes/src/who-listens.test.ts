import { expect, test } from 'vitest';
import { occupyPort } from '../test/listener.ts';
import { freePort } from './ports.ts';
import { describeTakenPort, whoListens } from './who-listens.ts';

test('names the process that has a port', async () => {
  await using other = await occupyPort();
  const listener = await whoListens(other.port);
  expect(listener?.pid).toBe(process.pid);
  expect(await describeTakenPort(other.port)).toBe(
    `Port ${other.port} is in use by ${listener?.name} (process ${process.pid})`,
  );
});

test('says no more than it knows', async () => {
  const port = await freePort();
  expect(await describeTakenPort(port)).toBe(`Port ${port} is in use`);
});

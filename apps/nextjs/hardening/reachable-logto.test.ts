import { expect, test } from 'vitest';
import { destination, startApplication } from '../test/application';
import { expectLogto } from './reachable-logto';

test('nothing happens while Logto answers', async () => {
  await using _application = await startApplication();

  await expect(expectLogto()).resolves.toBeUndefined();
});

test('a page says so when it does not', async () => {
  const { logto } = await startApplication();
  await logto[Symbol.asyncDispose]();

  const url = await destination(() => expectLogto());

  expect(url.href).toBe('http://localhost:3000/problem?error=SignedOutHereOnly');
});

test('nor when another server answers in its place', async () => {
  await using application = await startApplication();
  application.logto.options.outage = { status: 502, body: {} };

  const url = await destination(() => expectLogto());

  expect(url.pathname).toBe('/problem');
});

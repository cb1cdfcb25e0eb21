import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { config } from './config.ts';
import { failureOf, send } from './send.ts';
import { accepted, answer, startServer } from './server.ts';

beforeEach(() => {
  // Pauses of 100 and 200 ms.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Throttles so many times before it takes the mail. */
function startThrottled(times: number) {
  return startServer((response, _, count) =>
    count <= times
      ? answer(response, 400, { Code: 'Throttling.User' })
      : answer(response, 200, accepted),
  );
}

test('a throttled mail is sent as soon as the service takes it', async () => {
  await using server = await startThrottled(2);
  await expect(send(config({ endpoint: server.endpoint }))).resolves.toEqual(accepted);
  expect(server.received).toHaveLength(3);
});

test('each attempt has a nonce and a signature of its own, and the same mail', async () => {
  await using server = await startThrottled(2);
  await send(config({ endpoint: server.endpoint }));
  const of = (name: string) => new Set(server.received.map(({ headers }) => headers[name]));
  expect(of('x-acs-signature-nonce').size).toBe(3);
  expect(of('authorization').size).toBe(3);
  expect(new Set(server.received.map(({ body }) => body)).size).toBe(1);
});

test.each([0, 1, 2])(
  'with maxRetries %i there are no more attempts than that',
  async (maxRetries) => {
    await using server = await startThrottled(9);
    const { code } = await failureOf(send(config({ endpoint: server.endpoint, maxRetries })));
    expect(code).toBe('rate_limit_exceeded');
    expect(server.received).toHaveLength(maxRetries + 1);
  },
);

test('a pause that would pass the deadline is not begun', async () => {
  await using server = await startThrottled(9);
  const start = performance.now();
  const { code } = await failureOf(send(config({ endpoint: server.endpoint, timeout: 90 })));
  // On a machine that is busy enough, the first attempt runs into the deadline itself.
  expect(['rate_limit_exceeded', 'general']).toContain(code);
  expect(server.received.length).toBeLessThanOrEqual(1);
  expect(performance.now() - start).toBeLessThan(4000);
});

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type DirectMailEmulator, startDirectMailEmulator } from '../src/index.ts';
import { send, sendRaw, signedParameters } from './raw-client.ts';

let emulator: DirectMailEmulator;
beforeAll(async () => {
  emulator = await startDirectMailEmulator({ port: 0 });
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

it.each([
  [{ code: 'Throttling.User' }, 400, 'Throttling.User'],
  [{ code: 'InvalidReceiver.NotFound' }, 404, 'InvalidReceiver.NotFound'],
  [{ code: 'Forbidden.RAM', status: 400 }, 400, 'Forbidden.RAM'],
  [{ code: 'Made.Up' }, 400, 'Made.Up'],
  [{ status: 503 }, 503, 'ServiceUnavailable'],
  [{ status: 500 }, 500, 'InternalError'],
])('answers %j', async (rule, status, Code) => {
  emulator.faults.add(rule);
  expect(await send(emulator.url)).toMatchObject({ status, Code });
  expect(emulator.messages()).toEqual([]);
});

it('answers what is neither JSON nor XML', async () => {
  emulator.faults.add({ malformed: true, times: 1 });
  const response = await sendRaw(emulator.url);
  expect(response.status).toBe(200);
  const body = await response.text();
  expect(() => JSON.parse(body)).toThrow(SyntaxError);
  expect(emulator.messages()).toEqual([]);
  expect(await send(emulator.url)).toMatchObject({ status: 200 });
});

it('may do so with another status', async () => {
  emulator.faults.add({ malformed: true, status: 502 });
  expect((await sendRaw(emulator.url)).status).toBe(502);
});

it('cuts the connection', async () => {
  emulator.faults.add({ reset: true });
  await expect(sendRaw(emulator.url)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
});

it('answers late', async () => {
  emulator.faults.add({ delay: 60, deliver: true });
  const started = performance.now();
  expect(await send(emulator.url)).toMatchObject({ status: 200 });
  expect(performance.now() - started).toBeGreaterThan(55);
  expect(emulator.messages()).toHaveLength(1);
});

it('waits no longer than the caller, who cannot know whether the mail went out', async () => {
  emulator.faults.add({ delay: 600_000 });
  const caller = new AbortController();
  const body = signedParameters();
  const sent = fetch(emulator.url, { method: 'POST', body, signal: caller.signal });
  // It is waiting once the fault has struck.
  await expect.poll(() => emulator.faults.list()).toMatchObject([{ hits: 1 }]);
  caller.abort();
  await expect(sent).rejects.toThrow('aborted');
  await emulator.waitForMessage({ to: 'ada@example.com', timeout: 5000 });
});

it('never answers, and closes all the same', async () => {
  const own = await startDirectMailEmulator({ port: 0 });
  own.faults.add({ hang: true, deliver: true });
  const outcome = expect(sendRaw(own.url)).rejects.toThrow('fetch failed');
  await own.waitForMessage({ to: 'ada@example.com' });
  await own.close();
  await outcome;
});

it('can deliver the mail all the same: the sender cannot know', async () => {
  emulator.faults.add({ code: 'InternalError', deliver: true, times: 1 });
  expect(await send(emulator.url)).toMatchObject({ status: 500 });
  expect(emulator.messages()).toHaveLength(1);
});

it('concerns only its recipients', async () => {
  emulator.faults.add({ code: 'InvalidToAddress.Spam', to: 'blocked.example.com' });
  const to = (ToAddress: string) => send(emulator.url, { parameters: { ToAddress } });
  expect(await to('ada@example.com')).toMatchObject({ status: 200 });
  expect(await to('ada@example.com,eve@blocked.example.com')).toMatchObject({
    Code: 'InvalidToAddress.Spam',
  });
});

it('refuses a rule that is none', () => {
  expect(() => emulator.faults.add({ times: 0, hang: true })).toThrow(
    new TypeError('"times" of a fault rule must be a whole number from 1 to 1000000'),
  );
});

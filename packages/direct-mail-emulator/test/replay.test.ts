import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type DirectMailEmulator, startDirectMailEmulator } from '../src/index.ts';
import { send } from './raw-client.ts';

const start = new Date('2026-01-02T03:04:05Z');
const minute = 60_000;

let now = start;
let emulator: DirectMailEmulator;
beforeAll(async () => {
  emulator = await startDirectMailEmulator({
    port: 0,
    now: () => now,
    requestsPerSecond: 2,
    senders: ['one@mail.example.com', 'two@other.example.com'],
  });
});
beforeEach(async () => {
  now = start;
  await emulator.reset();
});
afterAll(() => emulator.close());

function later(milliseconds: number): Date {
  return new Date(start.getTime() + milliseconds);
}

/** Sends a mail from the second of the senders. */
function sendMail(parameters: Record<string, string> = {}, timestamp = now) {
  const AccountName = 'two@other.example.com';
  return send(emulator.url, { parameters: { AccountName, ...parameters } }, timestamp);
}

it('refuses a replay for as long as its timestamp is good, one from a clock ahead too', async () => {
  const ahead = later(14 * minute);
  const call = { SignatureNonce: 'one' };
  expect(await sendMail(call, ahead)).toMatchObject({ status: 200 });
  // The timestamp is good for 29 minutes from the start.
  for (const passed of [1, 16, 28]) {
    now = later(passed * minute);
    expect(await sendMail(call, ahead)).toMatchObject({ Code: 'SignatureNonceUsed' });
  }
  now = later(30 * minute);
  expect(await sendMail(call, ahead)).toMatchObject({ Code: 'InvalidTimeStamp.Expired' });
});

it('forgets nonces when it is reset', async () => {
  const call = { SignatureNonce: 'one' };
  expect(await sendMail(call)).toMatchObject({ status: 200 });
  await emulator.reset();
  expect(await sendMail(call)).toMatchObject({ status: 200 });
});

it('throttles a key that calls too often, and no longer than that', async () => {
  expect(await sendMail()).toMatchObject({ status: 200 });
  expect(await sendMail()).toMatchObject({ status: 200 });
  expect(await sendMail()).toMatchObject({ status: 400, Code: 'Throttling.User' });
  now = later(1000);
  expect(await sendMail()).toMatchObject({ status: 200 });
});

it('knows each of its senders, and each of their domains', async () => {
  expect(await sendMail({ AccountName: 'ONE@mail.example.com' })).toMatchObject({ status: 200 });
  const domainWide = { AccountName: 'other.example.com', DomainAuth: 'true' };
  expect(await sendMail(domainWide)).toMatchObject({ status: 200 });
});

import dns from 'node:dns';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { knownDifferences } from './ledger.ts';
import { openStage, type Stage } from './support/stage.ts';

type LookupCallback = (error: NodeJS.ErrnoException | null, addresses: dns.LookupAddress[]) => void;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
afterEach(() => vi.restoreAllMocks());

async function play(topic: string) {
  const replay = stage.replay(topic);
  for (const label of replay.left) {
    await replay.step(label, { authorization: `Bearer ${stage.tenant.managementToken}` });
  }
  return replay;
}

async function replayAll(topic: string) {
  const replay = await play(topic);
  expect(replay.differences).toEqual(knownDifferences(topic, stage.target.isEmulator));
}

test('management-auth', async () => {
  const replay = stage.replay('management-auth');
  await replay.step('no token');
  await replay.step('bad token', { authorization: 'Bearer nope' });
  expect(replay.differences).toEqual(knownDifferences('management-auth', stage.target.isEmulator));
});

test('management-applications', async () => {
  // The recording was made of the second run: its lists have what the first one left.
  await play('management-applications');
  await replayAll('management-applications');
});

test('management-connectors', async () => {
  // One step has the connector meet a network failure; it must not depend on the network there is.
  const find = dns.lookup;
  const lookup = (name: string, options: dns.LookupAllOptions, callback: LookupCallback) => {
    if (name === 'localhost') {
      find(name, options, callback);
    } else {
      callback(Object.assign(new Error(`no address for ${name}`), { code: 'ENOTFOUND' }), []);
    }
  };
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as unknown as typeof find);
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await replayAll('management-connectors');
  if (stage.target.isEmulator) {
    expect(log).toHaveBeenCalledOnce();
  }
});

test('management-sign-in-experience', () => replayAll('management-sign-in-experience'));

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DirectMailEmulator, startDirectMailEmulator } from '../src/index.ts';
import { send, sendRaw, signedParameters } from './raw-client.ts';

let time = new Date('2026-01-02T03:04:05.678Z');
let emulator: DirectMailEmulator;
beforeAll(async () => {
  emulator = await startDirectMailEmulator({ port: 0, now: () => time });
});
beforeEach(async () => {
  time = new Date('2026-01-02T03:04:05.678Z');
  await emulator.reset();
});
afterAll(() => emulator.close());

function later(seconds: number) {
  return new Date(time.getTime() + seconds * 1000);
}
function form(parameters: URLSearchParams) {
  return fetch(emulator.url, { method: 'POST', body: parameters });
}

describe('parameters', () => {
  it.each([
    ['the form', {}],
    ['the query', { place: 'query' as const }],
    ['both', { place: 'both' as const }],
    ['the query of a GET', { method: 'GET' as const }],
  ])('may come in %s', async (_, call) => {
    expect(await send(emulator.url, call, time)).toMatchObject({ status: 200 });
    expect(emulator.messages()).toHaveLength(1);
  });
});

describe('answers', () => {
  it('are XML unless JSON is asked for', async () => {
    const call = { parameters: { Format: undefined } };
    const sent = await sendRaw(emulator.url, call, time);
    const [message] = emulator.messages();
    expect(sent.headers.get('content-type')).toBe('text/xml;charset=utf-8');
    expect(await sent.text()).toBe(
      `<?xml version='1.0' encoding='UTF-8'?><SingleSendMailResponse><EnvId>${message?.envId}</EnvId><RequestId>${message?.requestId}</RequestId></SingleSendMailResponse>`,
    );
    const refused = await sendRaw(emulator.url, { ...call, secret: '<&' }, time);
    expect(refused.status).toBe(400);
    const { host } = new URL(emulator.url);
    expect(await refused.text()).toMatch(
      new RegExp(
        `^<\\?xml version='1.0' encoding='UTF-8'\\?><Error><RequestId>[0-9A-F-]{36}</RequestId><HostId>${host}</HostId><Code>SignatureDoesNotMatch</Code><Message>[^<]*POST&amp;%2F&amp;[^<]*</Message><Recommend>https:[^<]*</Recommend></Error>$`,
      ),
    );
  });

  it.each([
    ['JSON', { parameters: { Format: 'JSON' } }, 'application/json;charset=utf-8'],
    ['json', { parameters: { Format: 'json' } }, 'application/json;charset=utf-8'],
    ['XML', { parameters: { Format: 'XML' } }, 'text/xml;charset=utf-8'],
    [
      'no Format but an Accept header',
      { parameters: { Format: undefined }, headers: { accept: 'application/json' } },
      'application/json;charset=utf-8',
    ],
  ])('follow %s', async (_, call, type) => {
    const response = await sendRaw(emulator.url, call, time);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('x-acs-request-id')).toBe(emulator.messages()[0]?.requestId);
  });
});

describe('the clock', () => {
  it.each([
    [-15 * 60, 200],
    [15 * 60, 200],
    [-15 * 60 - 1, 400],
    [15 * 60 + 1, 400],
  ])('may be off %i seconds: %i', async (seconds, status) => {
    time = new Date('2026-01-02T03:04:05Z');
    const answer = await send(emulator.url, {}, later(seconds));
    expect(answer.status).toBe(status);
    if (status === 400) {
      expect(answer.Code).toBe('InvalidTimeStamp.Expired');
    }
  });
});

describe('a nonce', () => {
  it('counts once, as long as its timestamp does', async () => {
    const parameters = signedParameters({}, time);
    expect((await form(parameters)).status).toBe(200);
    expect(await (await form(parameters)).json()).toMatchObject({ Code: 'SignatureNonceUsed' });
    time = later(14 * 60);
    expect(await (await form(parameters)).json()).toMatchObject({ Code: 'SignatureNonceUsed' });
    expect(emulator.messages()).toHaveLength(1);
    time = later(17 * 60);
    const SignatureNonce = parameters.get('SignatureNonce') ?? '';
    const again = await send(emulator.url, { parameters: { SignatureNonce } }, time);
    expect(again.status).toBe(200);
  });

  it('is not used up by a forged request', async () => {
    const parameters = { SignatureNonce: 'mine' };
    const forged = await send(emulator.url, { parameters, secret: 'guess' }, time);
    expect(forged.Code).toBe('SignatureDoesNotMatch');
    expect(await send(emulator.url, { parameters }, time)).toMatchObject({ status: 200 });
  });
});

it('refuses a changed parameter', async () => {
  const parameters = signedParameters({}, time);
  parameters.set('ToAddress', 'eve@example.com');
  expect(await (await form(parameters)).json()).toMatchObject({ Code: 'SignatureDoesNotMatch' });
});

it('lets 100 calls a second through', async () => {
  const burst = async (count: number) => {
    const answers = Array.from({ length: count }, () => send(emulator.url, {}, time));
    return (await Promise.all(answers)).map(({ status, Code }) => Code ?? status);
  };
  expect(new Set(await burst(100))).toEqual(new Set([200]));
  expect(await burst(2)).toEqual(['Throttling.User', 'Throttling.User']);
  time = later(1);
  expect(new Set(await burst(100))).toEqual(new Set([200]));
});

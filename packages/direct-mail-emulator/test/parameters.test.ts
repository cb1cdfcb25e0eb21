import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DirectMailEmulator, startDirectMailEmulator } from '../src/index.ts';
import { send, signedParameters } from './raw-client.ts';

let emulator: DirectMailEmulator;
beforeAll(async () => {
  emulator = await startDirectMailEmulator({
    port: 0,
    requestsPerSecond: 1_000_000,
    templates: { '42': { subject: 'Hello {name}', html: '<p>{name}: {code}, {other}</p>' } },
  });
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

function sendWith(parameters: Record<string, string | undefined>) {
  return send(emulator.url, { parameters });
}
const json = JSON.stringify;
function addresses(count: number) {
  return Array.from({ length: count }, (_, index) => `user${index}@example.com`).join(',');
}
function longAddress(length: number) {
  return `${'a'.repeat(length - '@example.com'.length)}@example.com`;
}
const domain = `${'d'.repeat(60)}.`.repeat(3);

describe('takes', () => {
  it.each<[string, Record<string, string | undefined>]>([
    ['a subject of 256 characters', { Subject: '好'.repeat(256) }],
    ['100 recipients', { ToAddress: addresses(100) }],
    ['an alias of 14 characters, however long in bytes', { FromAlias: '😀'.repeat(14) }],
    ['a tag of 128 characters', { TagName: `a_-9${'Z'.repeat(124)}` }],
    ['tracking with a tag', { ClickTrace: '1', TagName: 'SignIn' }],
    ['text alone', { HtmlBody: undefined, TextBody: 'Code 123456' }],
    ['a random account', { AddressType: '0' }],
    ['two blind copies', { BccAddress: addresses(2) }],
    [
      'ten headers',
      { Headers: json(Object.fromEntries([...'abcdefghij'].map((x) => [`X-User-${x}`, x]))) },
    ],
    ['a reply address', { ReplyAddress: 'help@example.com', ReplyAddressAlias: 'a'.repeat(15) }],
    ['an unsubscribe link', { UnSubscribeLinkType: 'zh-cn', UnSubscribeFilterLevel: 'edm_id' }],
    ['an IP pool', { IpPoolId: 'e4xxxxx-7b1c' }],
    ['a whole domain as sender', { DomainAuth: 'true', AccountName: 'mail.example.com' }],
    ['an address of 192 characters', { ToAddress: longAddress(192) }],
    ['a reply address of 192 characters', { ReplyAddress: longAddress(192) }],
    ['spaces between recipients', { ToAddress: ' ada@example.com , eve@example.com ' }],
    ['8 MB of HTML', { HtmlBody: 'x'.repeat(8 * 1024 * 1024) }],
  ])('%s', async (_, parameters) => {
    expect(await sendWith(parameters)).toMatchObject({
      status: 200,
      EnvId: expect.stringMatching(/^\d+$/),
      RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
    });
    expect(emulator.messages()).toHaveLength(1);
  });

  it('headers, and keeps them', async () => {
    await sendWith({ Headers: json({ 'X-User-A': 'one', 'X-User-B': 'two' }) });
    expect(emulator.messages()[0]?.headers).toEqual({ 'X-User-A': 'one', 'X-User-B': 'two' });
  });

  it('a template by a number', async () => {
    const Template = json({ TemplateId: 42 });
    expect(await sendWith({ Template, HtmlBody: undefined })).toMatchObject({ status: 200 });
  });

  it('a template and its data', async () => {
    const Template = json({ TemplateId: '42', TemplateData: { name: 'Ada', code: 777888 } });
    await sendWith({ Template, HtmlBody: undefined, Subject: undefined });
    expect(emulator.messages()).toMatchObject([
      { subject: 'Hello Ada', html: '<p>Ada: 777888, {other}</p>', code: '777888' },
    ]);
  });
});

const refusals: [code: string, status: number, Record<string, string | undefined>][] = [
  ['MissingParameter', 400, { Action: undefined }],
  ['MissingParameter', 400, { Version: undefined }],
  ['MissingParameter', 400, { AccessKeyId: undefined }],
  ['MissingParameter', 400, { SignatureNonce: undefined }],
  ['MissingParameter', 400, { Timestamp: undefined }],
  ['MissingParameter', 400, { SignatureMethod: undefined }],
  ['MissingParameter', 400, { AccountName: undefined }],
  ['MissingParameter', 400, { AddressType: '' }],
  ['MissingParameter', 400, { ReplyToAddress: undefined }],
  ['MissingParameter', 400, { ToAddress: undefined }],
  ['MissingParameter', 400, { Subject: undefined }],
  ['MissingParameter', 400, { ClickTrace: '1' }],
  ['InvalidVersion', 400, { Version: '2017-06-22' }],
  ['InvalidAction.NotFound', 404, { Action: 'SingleSendMails' }],
  ['NotSupportedByEmulator', 501, { Action: 'BatchSendMail' }],
  ['InvalidParameter', 400, { SignatureMethod: 'HMAC-MD5' }],
  ['InvalidParameter', 400, { SignatureVersion: '2.0' }],
  ['InvalidTimeStamp.Format', 400, { Timestamp: '2026-01-02 03:04:05' }],
  ['InvalidTimeStamp.Format', 400, { Timestamp: '2026-13-02T03:04:05Z' }],
  ['InvalidTimeStamp.Expired', 400, { Timestamp: '2020-01-02T03:04:05Z' }],
  ['InvalidMailAddress.NotFound', 404, { AccountName: 'other@mail.example.com' }],
  ['InvalidMailAddress.NotFound', 404, { AccountName: 'example.com', DomainAuth: 'true' }],
  ['InvalidParameter', 400, { AddressType: '2' }],
  ['InvalidParameter', 400, { ReplyToAddress: '1' }],
  ['InvalidParameter', 400, { ClickTrace: 'yes', TagName: 'x' }],
  ['InvalidParameter', 400, { UnSubscribeLinkType: 'fr-fr' }],
  ['InvalidParameter', 400, { UnSubscribeFilterLevel: 'all' }],
  ['InvalidParameter', 400, { DomainAuth: 'maybe' }],
  ['InvalidToAddress', 400, { ToAddress: addresses(101) }],
  ['InvalidToAddress', 400, { ToAddress: 'ada' }],
  ['InvalidToAddress', 400, { ToAddress: 'ada@example.com,' }],
  ['InvalidToAddress', 400, { ToAddress: 'ada@exam ple.com' }],
  ['EmailLengthError', 400, { ToAddress: longAddress(193) }],
  ['EmailFormatError', 400, { ReplyAddress: longAddress(193) }],
  ['EmailLengthError', 400, { ToAddress: `ada-of-somewhere@${domain}com` }],
  ['InvalidToAddress', 400, { BccAddress: addresses(3) }],
  ['EmailFormatError', 400, { ReplyAddress: 'help' }],
  ['InvalidParameter', 400, { ReplyAddressAlias: 'a'.repeat(16) }],
  ['InvalidSubject.Malformed', 400, { Subject: 'x'.repeat(257) }],
  ['InvalidSubject.Malformed', 400, { Subject: 'Hello\r\nBcc: eve@example.com' }],
  ['InvalidFromAlias.Malformed', 400, { FromAlias: 'x'.repeat(15) }],
  ['InvalidBody', 400, { HtmlBody: undefined }],
  ['InvalidBody', 400, { HtmlBody: 'x'.repeat(8 * 1024 * 1024 + 1) }],
  ['InvalidParameter', 400, { TagName: 'sign in' }],
  ['InvalidParameter', 400, { TagName: 'x'.repeat(129) }],
  ['InvalidParameter', 400, { Headers: '{' }],
  ['InvalidParameter', 400, { Headers: '["X-User-A"]' }],
  ['InvalidParameter', 400, { Headers: json({ 'X-User-A': 'a\r\nBcc: b' }) }],
  ['InvalidParameter', 400, { Headers: json(Object.fromEntries([...'abcdefghijk'].entries())) }],
  ['InvalidParameter', 400, { Headers: 'null' }],
  ['InvalidParameter', 400, { Headers: '"X-User-A"' }],
  ['InvalidParameter', 400, { Headers: '[]' }],
  ['InvalidParameter', 400, { Headers: json({ 'X-User-A': 1 }) }],
  ['InvalidParameter', 400, { Headers: json({ 'X User': 'a' }) }],
  ['InvalidParameter', 400, { Template: '{}' }],
  ['InvalidParameter', 400, { Template: json({ TemplateId: true }) }],
  ['InvalidParameter', 400, { Template: json({ TemplateId: '42', TemplateData: null }) }],
  ['InvalidParameter', 400, { Template: json({ TemplateId: '42', TemplateData: 'Ada' }) }],
  ['InvalidTemplate.NotFound', 404, { Template: json({ TemplateId: 'constructor' }) }],
];

describe('refuses', () => {
  const named = refusals.map(
    ([code, status, parameters]) =>
      [code, json(parameters).slice(0, 60), status, parameters] as const,
  );
  it.each(named)('%s: %s', async (code, _, status, parameters) => {
    const answer = await sendWith(parameters);
    expect(answer).toEqual({
      status,
      Code: code,
      Message: expect.any(String),
      RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      HostId: new URL(emulator.url).host,
      Recommend: expect.stringContaining(`q=${code}`),
    });
    expect(emulator.messages()).toEqual([]);
  });

  it('more than 80 KB of body in a query', async () => {
    const call = (size: number) => ({
      place: 'query' as const,
      parameters: { TextBody: 'é'.repeat(size) },
    });
    expect(await send(emulator.url, call(40 * 1024))).toMatchObject({ status: 200 });
    expect(await send(emulator.url, call(40 * 1024 + 1))).toMatchObject({ Code: 'InvalidBody' });
  });

  it('what only looks like a form', async () => {
    const body = signedParameters().toString();
    const headers = { 'content-type': 'text/plain; application/x-www-form-urlencoded' };
    const response = await fetch(emulator.url, { method: 'POST', body, headers });
    expect(response.status).toBe(400);
  });

  it('more than one request can hold', async () => {
    const body = new Uint8Array(49 * 1024 * 1024);
    const response = await fetch(emulator.url, { method: 'POST', body });
    expect(response.status).toBe(413);
  });
});

it('takes any text in the subject and the body as it is', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 });
  const oneLine = text.filter((value) => !/[\r\n]/.test(value) && [...value].length <= 256);
  await fc.assert(
    fc.asyncProperty(oneLine, text, async (Subject, HtmlBody) => {
      expect(await sendWith({ Subject, HtmlBody })).toMatchObject({ status: 200 });
      expect(emulator.messages()[0]).toMatchObject({ subject: Subject, html: HtmlBody });
    }),
    { numRuns: 100 },
  );
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalRequestV3, sha256Hex, signV3, stringToSignV3 } from '../src/api/signature-v3.ts';
import { type DirectMailEmulator, startDirectMailEmulator } from '../src/index.ts';

let emulator: DirectMailEmulator;
beforeAll(async () => {
  emulator = await startDirectMailEmulator({ port: 0 });
});
afterAll(() => emulator.close());

const mail = {
  AccountName: 'no-reply@mail.example.com',
  AddressType: '1',
  ReplyToAddress: 'false',
  ToAddress: 'ada@example.com',
  Subject: 'Your code',
  TextBody: '123456',
};

let nonce = 0;

type Parameters = Record<string, string>;

interface Call {
  query?: Parameters;
  form?: Parameters;
  id?: string;
  /** What the signed header says of the body; its hash unless said otherwise. */
  hash?: string;
}

/** Signs and sends a call. @param changes headers changed after that; undefined takes one away */
async function call(
  changes: Record<string, string | undefined> = {},
  { query = {}, form = mail, id = '', hash }: Call = {},
) {
  nonce += 1;
  const text = new URLSearchParams(form).toString();
  const headers: Record<string, string> = {
    host: new URL(emulator.url).host,
    'content-type': 'application/x-www-form-urlencoded',
    'x-acs-action': 'SingleSendMail',
    'x-acs-version': '2015-11-23',
    'x-acs-date': new Date().toISOString().replace(/\.\d+/, ''),
    'x-acs-signature-nonce': id || `v3-${nonce}`,
    'x-acs-content-sha256': hash ?? sha256Hex(text),
  };
  const signedHeaders = Object.keys(headers);
  const canonical = canonicalRequestV3({
    method: 'POST',
    query: Object.entries(query),
    headers: new Headers(headers),
    signedHeaders,
    body: new TextEncoder().encode(text),
  });
  const signature = signV3(stringToSignV3(canonical), 'testsecret');
  const credential = `Credential=testid,SignedHeaders=${signedHeaders.join(';')}`;
  const sent = {
    ...headers,
    accept: 'application/json',
    authorization: `ACS3-HMAC-SHA256 ${credential},Signature=${signature}`,
    ...changes,
  };
  const kept = Object.entries(sent).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const url = `${emulator.url}/?${new URLSearchParams(query)}`;
  const response = await fetch(url, { method: 'POST', headers: kept, body: text });
  return { status: response.status, ...((await response.json()) as object) };
}

it.each([
  ['the form', {}, mail],
  ['the query', mail, {}],
  ['both', { Subject: 'From the query', ToAddress: 'ada@example.com' }, mail],
])('takes parameters from %s', async (_, query, form) => {
  expect(await call({}, { query, form })).toMatchObject({ status: 200 });
});

it.each<[string, Record<string, string | undefined>]>([
  ['SignatureDoesNotMatch', { 'x-acs-source-ip': 'not signed' }],
  ['SignatureDoesNotMatch', { 'x-acs-content-sha256': 'ab' }],
  ['SignatureDoesNotMatch', { 'x-acs-signature-nonce': 'other' }],
  ['IncompleteSignature', { authorization: 'ACS3-HMAC-SHA256 x' }],
  ['IncompleteSignature', { authorization: 'ACS3-HMAC-SM3 x' }],
  ['MissingParameter', { 'x-acs-date': undefined }],
  ['MissingParameter', { 'x-acs-signature-nonce': undefined }],
  ['MissingParameter', { 'x-acs-action': undefined }],
  ['InvalidVersion', { 'x-acs-version': '2020-01-01' }],
  ['InvalidTimeStamp.Format', { 'x-acs-date': '20260102T030405Z' }],
  ['InvalidTimeStamp.Expired', { 'x-acs-date': '2020-01-02T03:04:05Z' }],
])('refuses with %s: %j', async (Code, changes) => {
  expect(await call(changes)).toMatchObject({ status: 400, Code });
});

it('refuses another body than the one whose hash was signed', async () => {
  expect(await call({}, { hash: sha256Hex('another') })).toMatchObject({
    Code: 'SignatureDoesNotMatch',
  });
});

it('counts a nonce once', async () => {
  expect(await call({}, { id: 'once' })).toMatchObject({ status: 200 });
  expect(await call({}, { id: 'once' })).toMatchObject({ Code: 'SignatureNonceUsed' });
});

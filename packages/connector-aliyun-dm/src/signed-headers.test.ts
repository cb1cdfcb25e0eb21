import { expect, test } from 'vitest';
import { config } from '../test/config.ts';
import { readSettings } from './settings.ts';
import { signedHeaders } from './signed-headers.ts';

const date = new Date('2026-01-02T03:04:05.678Z');
const nonce = 'c1b2c3324cfb4a0fb8ccebe622aa0a5c';

function headersOf(changes: Parameters<typeof config>[0], body: string) {
  return signedHeaders(readSettings(config(changes)), body, date, nonce);
}

test("signs a Direct Mail request as the vendor's SDK did", () => {
  const body =
    "AccountName=a%40x.com&AddressType=1&HtmlBody=%3Cb%3E4%26'%3C%2Fb%3E&ReplyToAddress=false&Subject=3%20*~(%C3%BC)&ToAddress=1%40test.com";
  const headers = headersOf({}, body);
  expect(headers).toMatchObject({
    host: 'dm.aliyuncs.com',
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    'x-acs-action': 'SingleSendMail',
    'x-acs-version': '2015-11-23',
    'x-acs-date': '2026-01-02T03:04:05Z',
    'x-acs-signature-nonce': nonce,
  });
  expect(headers.authorization).toMatch(
    /Signature=0351f85d775f8500fb9859a3a32f686d957524c6b94127864399c49416b10fcd$/,
  );
});

test('temporary credentials are sent and signed', () => {
  const headers = headersOf({ securityToken: 'token' }, '');
  expect(headers).toMatchObject({
    'x-acs-accesskey-id': 'testid',
    'x-acs-security-token': 'token',
    authorization: expect.stringContaining(
      'SignedHeaders=content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version,',
    ),
  });
});

test('the port is part of the signed host', () => {
  expect(headersOf({ endpoint: 'http://localhost:3010' }, '').host).toBe('localhost:3010');
});

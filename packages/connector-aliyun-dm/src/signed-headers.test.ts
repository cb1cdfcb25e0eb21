import { expect, test } from 'vitest';
import { signedHeaders } from './signed-headers.ts';

const date = new Date('2026-01-02T03:04:05.678Z');
const nonce = 'c1b2c3324cfb4a0fb8ccebe622aa0a5c';
const credentials = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

function headersOf(body: string, securityToken?: string) {
  const call = { action: 'SingleSendMail', version: '2015-11-23', body };
  const signer = { ...credentials, ...(securityToken && { securityToken }) };
  return signedHeaders(call, 'dm.aliyuncs.com', signer, date, nonce);
}

test("signs a Direct Mail request as the vendor's SDK did", () => {
  const body =
    "AccountName=a%40x.com&AddressType=1&HtmlBody=%3Cb%3E4%26'%3C%2Fb%3E&ReplyToAddress=false&Subject=3%20*~(%C3%BC)&ToAddress=1%40test.com";
  const headers = headersOf(body);
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
  expect(headersOf('', 'token')).toMatchObject({
    'x-acs-accesskey-id': 'testid',
    'x-acs-security-token': 'token',
    authorization: expect.stringContaining(
      'SignedHeaders=content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version,',
    ),
  });
});

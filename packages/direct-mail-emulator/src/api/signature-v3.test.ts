import { expect, it } from 'vitest';
import {
  canonicalRequestV3,
  parseAuthorizationV3,
  sha256Hex,
  signV3,
  stringToSignV3,
} from './signature-v3.ts';

function request(
  host: string,
  headers: Record<string, string>,
  query: [string, string][],
  text: string,
) {
  const body = new TextEncoder().encode(text);
  const all = { host, 'x-acs-content-sha256': sha256Hex(body), ...headers };
  const signedHeaders = Object.keys(all);
  return { method: 'POST', query, headers: new Headers(all), signedHeaders, body };
}

it('makes the signature of the published example', () => {
  const canonical = canonicalRequestV3(
    request(
      'ecs.cn-shanghai.aliyuncs.com',
      {
        'x-acs-action': 'RunInstances',
        'x-acs-version': '2014-05-26',
        'x-acs-date': '2023-10-26T10:22:32Z',
        'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
      },
      [
        ['RegionId', 'cn-shanghai'],
        ['ImageId', 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd'],
      ],
      '',
    ),
  );
  expect(sha256Hex(canonical)).toBe(
    '7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
  );
  expect(signV3(stringToSignV3(canonical), 'YourAccessKeySecret')).toBe(
    '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  );
});

it("makes the signature of the vendor's own signer for a mail", () => {
  const canonical = canonicalRequestV3(
    request(
      'dm.aliyuncs.com',
      {
        'x-acs-action': 'SingleSendMail',
        'x-acs-version': '2015-11-23',
        'x-acs-date': '2026-01-02T03:04:05Z',
        'x-acs-signature-nonce': 'c1b2c3324cfb4a0fb8ccebe622aa0a5c',
        'content-type': 'application/x-www-form-urlencoded',
      },
      [],
      "AccountName=a%40x.com&AddressType=1&HtmlBody=%3Cb%3E4%26'%3C%2Fb%3E&ReplyToAddress=false&Subject=3%20*~(%C3%BC)&ToAddress=1%40test.com",
    ),
  );
  expect(signV3(stringToSignV3(canonical), 'testsecret')).toBe(
    '0351f85d775f8500fb9859a3a32f686d957524c6b94127864399c49416b10fcd',
  );
});

it('reads the header with and without spaces, and nothing that is incomplete', () => {
  const read = { accessKeyId: 'testid', signedHeaders: ['host', 'x-acs-date'], signature: 'ab' };
  for (const comma of [',', ', ']) {
    const parts = ['Credential=testid', 'SignedHeaders=host;X-Acs-Date', 'Signature=ab'];
    expect(parseAuthorizationV3(`ACS3-HMAC-SHA256 ${parts.join(comma)}`)).toEqual(read);
  }
  expect(parseAuthorizationV3('ACS3-HMAC-SHA256 Credential=testid,Signature=ab')).toBeUndefined();
  expect(parseAuthorizationV3('Bearer Credential=a,SignedHeaders=b,Signature=c')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { signV1, stringToSignV1 } from './signature-v1.ts';

// The example of the vendor's page on signatures.
const parameters = {
  AccessKeyId: 'testid',
  AccountName: "<a%b'>",
  Action: 'SingleSendMail',
  AddressType: '1',
  Format: 'XML',
  HtmlBody: '4',
  RegionId: 'cn-hangzhou',
  ReplyToAddress: 'true',
  SignatureMethod: 'HMAC-SHA1',
  SignatureNonce: 'c1b2c332-4cfb-4a0f-b8cc-ebe622aa0a5c',
  SignatureVersion: '1.0',
  Subject: '3',
  TagName: '2',
  Timestamp: '2016-10-20T06:27:56Z',
  ToAddress: '1@test.com',
  Version: '2015-11-23',
};

it('makes the published signature, whatever the order, without the signature itself', () => {
  const shuffled = Object.entries({ Signature: 'ignored', ...parameters }).reverse();
  const stringToSign = stringToSignV1('POST', shuffled);
  expect(stringToSign).toBe(
    'POST&%2F&AccessKeyId%3Dtestid%26AccountName%3D%253Ca%2525b%2527%253E%26Action%3DSingleSendMail%26AddressType%3D1%26Format%3DXML%26HtmlBody%3D4%26RegionId%3Dcn-hangzhou%26ReplyToAddress%3Dtrue%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3Dc1b2c332-4cfb-4a0f-b8cc-ebe622aa0a5c%26SignatureVersion%3D1.0%26Subject%3D3%26TagName%3D2%26Timestamp%3D2016-10-20T06%253A27%253A56Z%26ToAddress%3D1%2540test.com%26Version%3D2015-11-23',
  );
  expect(signV1(stringToSign, 'testsecret')).toBe('llJfXJjBW3OacrVgxxsITgYaYm0=');
});

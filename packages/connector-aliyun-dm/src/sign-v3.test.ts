import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorize, sha256 } from './sign-v3.ts';

type Sdk = typeof import('@alicloud/openapi-core');
/** The signer reads no more of a request than these four. */
type SdkRequest = Parameters<Sdk['OpenApiUtil']['getAuthorization']>[0];

// CommonJS, whose names Node does not see from a module.
const { OpenApiUtil }: Sdk = createRequire(import.meta.url)('@alicloud/openapi-core');

test("signs the vendor's published example", () => {
  const bodyHash = sha256('');
  const request = {
    method: 'POST',
    path: '/',
    query: 'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
    headers: {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      'x-acs-action': 'RunInstances',
      'x-acs-content-sha256': bodyHash,
      'x-acs-date': '2023-10-26T10:22:32Z',
      'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
      'x-acs-version': '2014-05-26',
    },
    bodyHash,
  };
  expect(authorize(request, 'YourAccessKeyId', 'YourAccessKeySecret')).toBe(
    'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  );
});

const value = fc.string({ unit: 'grapheme', maxLength: 30 });

const signable = fc.record({
  headers: fc
    .dictionary(fc.stringMatching(/^x-acs-[a-z-]{1,12}$/), value, { maxKeys: 8 })
    .chain((custom) =>
      fc.record({ host: fc.domain(), 'content-type': value }).map((own) => ({ ...custom, ...own })),
    ),
  body: value,
  id: fc.string({ maxLength: 30 }),
  secret: fc.string({ minLength: 1, maxLength: 30 }),
});

test("signs as the vendor's SDK does, whatever the request", () => {
  fc.assert(
    fc.property(signable, ({ headers, body, id, secret }) => {
      const bodyHash = sha256(body);
      const ours = authorize(
        { method: 'POST', path: '/', query: '', headers, bodyHash },
        id,
        secret,
      );
      const request = {
        method: 'POST',
        pathname: '/',
        query: {},
        headers,
      } as unknown as SdkRequest;
      const theirs = OpenApiUtil.getAuthorization(
        request,
        'ACS3-HMAC-SHA256',
        bodyHash,
        id,
        secret,
      );
      expect(ours).toBe(theirs);
    }),
    { numRuns: 5000 },
  );
});

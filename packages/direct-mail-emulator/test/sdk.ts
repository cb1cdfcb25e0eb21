import { createRequire } from 'node:module';
import { $OpenApiUtil } from '@alicloud/openapi-core';

type Sdk = typeof import('@alicloud/dm20151123', { with: { 'resolution-mode': 'require' }});

// A CommonJS module whose client is its `default`: `require` gives it the same under every loader.
const { default: DirectMail, SingleSendMailRequest }: Sdk = createRequire(import.meta.url)(
  '@alicloud/dm20151123',
);

/** Which signature the vendor's SDK makes: `v2` is its name for the older one. */
export type SdkSignature = 'V1' | 'V3';

/** The vendor's SDK as a client of the emulator. */
export function sdkClient(
  url: string,
  signature: SdkSignature,
  key: { accessKeyId?: string; accessKeySecret?: string; securityToken?: string } = {},
): InstanceType<typeof DirectMail> {
  return new DirectMail(
    new $OpenApiUtil.Config({
      accessKeyId: 'testid',
      accessKeySecret: 'testsecret',
      ...key,
      endpoint: new URL(url).host,
      protocol: 'http',
      ...(signature === 'V1' ? { signatureAlgorithm: 'v2' } : {}),
    }),
  );
}

/** A mail that the emulator takes. */
export function sdkMail(
  fields: Partial<ConstructorParameters<typeof SingleSendMailRequest>[0]> = {},
): InstanceType<typeof SingleSendMailRequest> {
  return new SingleSendMailRequest({
    accountName: 'no-reply@mail.example.com',
    addressType: 1,
    replyToAddress: false,
    toAddress: 'ada@example.com',
    subject: 'Your code',
    htmlBody: '<p>Your code is <b>123456</b>.</p>',
    ...fields,
  });
}

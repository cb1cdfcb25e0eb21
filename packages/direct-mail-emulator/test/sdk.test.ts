import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DirectMailEmulator, startDirectMailEmulator } from '../src/index.ts';
import { sdkClient, sdkMail } from './sdk.ts';

let emulator: DirectMailEmulator;
beforeAll(async () => {
  emulator = await startDirectMailEmulator({
    port: 0,
    accessKeys: [
      { accessKeyId: 'testid', accessKeySecret: 'testsecret' },
      { accessKeyId: 'STS.temporary', accessKeySecret: 'other', securityToken: 'a+token/=' },
    ],
  });
});
afterAll(() => emulator.close());

describe.each(['V1', 'V3'] as const)("the vendor's SDK with signature %s", (signature) => {
  it('sends a mail', async () => {
    const subject = `Grüße ~*'()! 你好 ${signature}`;
    const answer = await sdkClient(emulator.url, signature).singleSendMail(sdkMail({ subject }));
    const [message] = emulator.messages({ query: signature });
    expect(message).toMatchObject({
      subject,
      code: '123456',
      to: ['ada@example.com'],
      html: '<p>Your code is <b>123456</b>.</p>',
      from: { address: 'no-reply@mail.example.com', name: '' },
    });
    expect(answer.body).toMatchObject({
      envId: message?.envId,
      requestId: message?.requestId,
    });
  });

  it('sends with a temporary key and its token', async () => {
    const key = { accessKeyId: 'STS.temporary', accessKeySecret: 'other' };
    const client = (securityToken: string) =>
      sdkClient(emulator.url, signature, { ...key, securityToken });
    await client('a+token/=').singleSendMail(sdkMail());
    await expect(client('another').singleSendMail(sdkMail())).rejects.toMatchObject({
      code: 'InvalidSecurityToken.MismatchWithAccessKey',
    });
    await expect(client('').singleSendMail(sdkMail())).rejects.toMatchObject({
      code: 'InvalidAccessKeyId.NotFound',
    });
  });

  it.each([
    [{ accessKeySecret: 'wrong' }, 'SignatureDoesNotMatch', 400],
    [{ accessKeyId: 'nobody' }, 'InvalidAccessKeyId.NotFound', 404],
  ])('is refused with %o', async (key, code, statusCode) => {
    const sent = sdkClient(emulator.url, signature, key).singleSendMail(sdkMail());
    await expect(sent).rejects.toMatchObject({ code, statusCode });
  });

  it('understands the error object', async () => {
    const sent = sdkClient(emulator.url, signature).singleSendMail(
      sdkMail({ accountName: 'other@mail.example.com' }),
    );
    await expect(sent).rejects.toMatchObject({
      code: 'InvalidMailAddress.NotFound',
      statusCode: 404,
      data: expect.objectContaining({ HostId: new URL(emulator.url).host }),
    });
  });
});

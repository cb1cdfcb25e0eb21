import { expect, test } from 'vitest';
import { connectorCode, createTestPackages } from '../../../test/support/connector-packages.ts';
import { createTestClient } from '../../../test/support/management-client.ts';

const email = 'ada@example.com';

async function createClient() {
  await using packages = await createTestPackages();
  const code = connectorCode('test', '(globalThis.mails ??= []).push(data);');
  const client = await createTestClient([await packages.add({ code })]);
  await client.call('POST', '/connectors', { connectorId: 'test', config: { token: 't' } });
  const mails: { payload: { code: string } }[] = [];
  (globalThis as unknown as { mails: typeof mails }).mails = mails;
  return { ...client, mails };
}

test('a code is sent, and verified once', async () => {
  const { call, mails } = await createClient();
  expect((await call('POST', '/verification-codes', { email })).status).toBe(204);
  expect(mails).toEqual([
    { to: email, type: 'Generic', payload: { code: expect.stringMatching(/^\d{6}$/) } },
  ]);
  const verificationCode = mails[0]?.payload.code;
  const verify = (json: object) => call('POST', '/verification-codes/verify', json);
  const wrong = await verify({ email, verificationCode: `${verificationCode}0` });
  expect(wrong.body.code).toBe('verification_code.code_mismatch');
  const other = await verify({ email: 'bob@example.com', verificationCode });
  expect(other.body.code).toBe('verification_code.not_found');
  expect((await verify({ email, verificationCode })).status).toBe(204);
  expect((await verify({ email, verificationCode })).body.code).toBe('verification_code.not_found');
});

test('phones are for a connector that the emulator does not have', async () => {
  const { call } = await createClient();
  expect(await call('POST', '/verification-codes', { phone: '123' })).toMatchObject({
    status: 501,
    body: { code: 'connector.not_found', message: expect.stringContaining('type: Sms') },
  });
});

test('an eleventh mail to one address within ten minutes is refused', async () => {
  const { call, clock } = await createClient();
  const send = async () => (await call('POST', '/verification-codes', { email })).status;
  for (let count = 0; count < 10; count += 1) {
    expect(await send()).toBe(204);
  }
  expect(await send()).toBe(429);
  clock.advance(600_000);
  expect(await send()).toBe(204);
});

import https from 'node:https';
import net from 'node:net';
import createConnector from '@logto/connector-aliyun-dm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type DirectMailEmulator, startDirectMailEmulator } from '../src/index.ts';

let emulator: DirectMailEmulator;
// The connector has no setting for its endpoint, https://dm.aliyuncs.com/: every connection of the
// default agent goes to the emulator instead.
const { createConnection } = https.globalAgent;
beforeAll(async () => {
  emulator = await startDirectMailEmulator({ port: 0 });
  const port = Number(new URL(emulator.url).port);
  https.globalAgent.createConnection = () => net.connect({ port, host: '127.0.0.1' });
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  https.globalAgent.createConnection = createConnection;
  https.globalAgent.destroy();
  await emulator.close();
});

const usageTypes = ['SignIn', 'Register', 'ForgotPassword', 'Generic'];
const config = {
  accessKeyId: 'testid',
  accessKeySecret: 'testsecret',
  accountName: 'no-reply@mail.example.com',
  fromAlias: 'Example',
  templates: usageTypes.map((usageType) => ({
    usageType,
    subject: `Example: ${usageType}`,
    content: `<p>${usageType} (it's *yours*!): <b>{{code}}</b></p>`,
  })),
};

async function sendCode(changes: Partial<typeof config> = {}) {
  const connector = await createConnector({ getConfig: async () => ({ ...config, ...changes }) });
  return connector.sendMessage({
    to: 'ada@example.com',
    type: 'SignIn',
    payload: { code: '246810' },
  });
}

it("delivers the code of Logto's own connector", async () => {
  const answer = await sendCode();
  const message = await emulator.waitForMessage({ to: 'ada@example.com' });
  expect(answer).toEqual({ EnvId: message.envId, RequestId: message.requestId });
  expect(message).toMatchObject({
    from: { address: 'no-reply@mail.example.com', name: 'Example' },
    subject: 'Example: SignIn',
    usageType: 'SignIn',
    code: '246810',
    html: "<p>SignIn (it's *yours*!): <b>246810</b></p>",
  });
});

it.each([
  ['a wrong secret', { accessKeySecret: 'wrong' }, 'SignatureDoesNotMatch'],
  ['a wrong sender', { accountName: 'nobody@example.com' }, 'InvalidMailAddress.NotFound'],
])('refuses %s in words that the connector understands', async (_, changes, Code) => {
  await expect(sendCode(changes)).rejects.toMatchObject({
    name: 'Error',
    code: 'general',
    data: { Code, errorDescription: expect.any(String), RequestId: expect.any(String) },
  });
});

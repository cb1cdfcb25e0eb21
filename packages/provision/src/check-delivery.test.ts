import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DirectMailEmulator, startDirectMailEmulator } from '@dm-kit/direct-mail-emulator';
import { type LogtoEmulator, startLogtoEmulator } from '@dm-kit/logto-emulator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkDelivery, type DeliveryOptions } from './check-delivery.ts';
import { emulatedAccount } from './environment.ts';

const connector = fileURLToPath(
  new URL(dirname(import.meta.resolve('@dm-kit/connector-aliyun-dm/package.json'))),
);

let logto: LogtoEmulator;
let mail: DirectMailEmulator;
let options: DeliveryOptions;
beforeAll(async () => {
  logto = await startLogtoEmulator({ port: 0, connectors: [connector] });
  mail = await startDirectMailEmulator({ port: 0 });
  options = {
    logto: { endpoint: logto.url, ...logto.m2m },
    directMail: { ...emulatedAccount, endpoint: mail.url },
    inbox: mail.url,
  };
});
afterAll(async () => {
  await logto.close();
  await mail.close();
});

it('is content when the test mail arrives, and leaves nothing in the inbox', async () => {
  await checkDelivery(options);
  expect(mail.messages()).toEqual([]);
});

it('says that Logto cannot reach the emulator', async () => {
  await using stopped = await startDirectMailEmulator({ port: 0 });
  const nobody = stopped.url;
  await stopped.close();
  const check = checkDelivery({
    ...options,
    directMail: { ...options.directMail, endpoint: nobody },
  });
  await expect(check).rejects.toThrow(
    `Mails of this Logto do not arrive in the inbox at ${mail.url}: it sends them to ${nobody}`,
  );
});

it('says that the emulator does not run', async () => {
  const gone = await startDirectMailEmulator({ port: 0 });
  await gone.close();
  await expect(checkDelivery({ ...options, inbox: gone.url })).rejects.toThrow(
    `The Direct Mail emulator does not answer at ${gone.url}`,
  );
});

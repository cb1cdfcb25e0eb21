import type { Message } from '@dm-kit/direct-mail-emulator';
import { body, connectToLogto } from '@dm-kit/provision';
import { expect, test } from 'vitest';
import { describeMail } from './overview.ts';
import { startLocal } from './start-local.ts';
import { watchMails } from './watch-mails.ts';

test('each mail is seen once, in the order of its arrival, with its code', async () => {
  await using local = await startLocal({ logto: { port: 0 }, directMail: { port: 0 } });
  const api = connectToLogto(local.management);
  const [connector] = body(await api.GET('/api/connectors'));
  const send = (email: string) =>
    api.POST('/api/connectors/{factoryId}/test', {
      params: { path: { factoryId: connector?.connectorId ?? '' } },
      body: { email, config: connector?.config as Record<string, never> },
    });
  // Nobody wants to hear of those that were there before.
  await send('before@mail.example.com');
  const seen: Message[] = [];
  let enough = () => {};
  const stop = watchMails(local.directMail, (mail) => {
    if (seen.push(mail) === 2) {
      enough();
    }
  });
  const both = new Promise<void>((resolve) => {
    enough = resolve;
  });
  for (const email of ['ada@mail.example.com', 'bob@mail.example.com']) {
    await send(email);
  }
  await both;
  stop();
  expect(seen.map(({ to }) => to[0])).toEqual(['ada@mail.example.com', 'bob@mail.example.com']);
  expect(describeMail(seen[0] as Message)).toMatch(
    /^ {2}✉ ada@mail\.example\.com: .*code {2}→ {2}\d{6}$/,
  );
});

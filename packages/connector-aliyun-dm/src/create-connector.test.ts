import { TemplateType } from '@logto/connector-kit';
import { expect, test } from 'vitest';
import { config } from '../test/config.ts';
import { message, send } from '../test/send.ts';
import { accepted, startServer } from '../test/server.ts';
import createConnector from './index.ts';

test('sends a mail and gives back what Direct Mail said', async () => {
  await using server = await startServer();
  await expect(send(config({ endpoint: server.endpoint }))).resolves.toEqual(accepted);
  expect(server.received.map(({ form }) => form)).toEqual([
    {
      AccountName: 'no-reply@mail.example.com',
      AddressType: '1',
      ReplyToAddress: 'false',
      ToAddress: 'ada@example.com',
      Subject: 'SignIn code',
      HtmlBody: '<p>135790</p>',
    },
  ]);
});

test("lets Logto's own template win", async () => {
  await using server = await startServer();
  await send(config({ endpoint: server.endpoint }), {}, async (type, language) => ({
    subject: `${type} ${language}`,
    content: 'Code {{code}} & more',
    contentType: 'text/plain',
    replyTo: 'Support <support@example.com>',
    sendFrom: '{{application.name}} <hello@mail.example.com>',
  }));
  expect(server.received[0]?.form).toMatchObject({
    AccountName: 'hello@mail.example.com',
    Subject: 'SignIn en',
    TextBody: 'Code 135790 & more',
    ReplyAddress: 'support@example.com',
    ReplyAddressAlias: 'Support',
  });
});

test('prefers the configuration it is given, as for a test mail of the Console', async () => {
  await using server = await startServer();
  const { sendMessage } = await createConnector({
    getConfig: () => Promise.reject(new Error('not configured')),
  });
  const data = { ...message, type: TemplateType.Generic };
  await sendMessage(data, config({ endpoint: server.endpoint }));
  expect(server.received[0]?.form.Subject).toBe('Generic code');
});

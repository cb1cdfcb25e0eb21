import https from 'node:https';
import { createRequire } from 'node:module';
import type { CreateConnector, EmailConnector } from '@logto/connector-kit';
import { config, content, payload, subject, to } from './mail.ts';
import { redirectHttps } from './redirect.ts';

/** Sends one mail; what it resolves to does not matter. */
export type Send = () => Promise<unknown>;

export const contenders = ['dm-kit', 'official', 'sdk', 'bare'] as const;

export type Contender = (typeof contenders)[number];

async function fromConnector(
  createConnector: CreateConnector<EmailConnector>,
  extra: object,
): Promise<Send> {
  const { TemplateType } = await import('@logto/connector-kit');
  const stored = { ...config, ...extra };
  const { sendMessage } = await createConnector({ getConfig: async () => stored });
  return () => sendMessage({ to, type: TemplateType.SignIn, payload });
}

/** A form as large as the connector's. */
function bareBody() {
  return new URLSearchParams({
    AccountName: config.accountName,
    AddressType: '1',
    ReplyToAddress: 'false',
    ToAddress: to,
    Subject: subject,
    FromAlias: config.fromAlias,
    HtmlBody: content.replaceAll('{{code}}', payload.code),
  }).toString();
}

/** Prepares a contender to send to https://localhost:{port}. */
export async function prepare(name: Contender, port: number): Promise<Send> {
  const endpoint = `https://localhost:${port}`;
  if (name === 'dm-kit') {
    const { default: create } = await import('@dm-kit/connector-aliyun-dm');
    return fromConnector(create, { endpoint });
  }
  if (name === 'official') {
    redirectHttps(port);
    // @ts-expect-error The package brings no types.
    const { default: create } = await import('@logto/connector-aliyun-dm');
    return fromConnector(create, {});
  }
  if (name === 'sdk') {
    const require = createRequire(import.meta.url);
    const { default: Client, SingleSendMailRequest } = require('@alicloud/dm20151123');
    const client = new Client({ ...config, endpoint: `localhost:${port}` });
    const html = content.replaceAll('{{code}}', payload.code);
    return () =>
      client.singleSendMail(
        new SingleSendMailRequest({
          accountName: config.accountName,
          addressType: 1,
          replyToAddress: false,
          toAddress: to,
          subject,
          fromAlias: config.fromAlias,
          htmlBody: html,
        }),
      );
  }
  return prepareBare(port);
}

/** A bare post of Node's client on connections that are kept: what there is to reach. */
function prepareBare(port: number): Send {
  const agent = new https.Agent({ keepAlive: true });
  const body = bareBody();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': body.length,
  };
  const options = { host: 'localhost', port, method: 'POST', path: '/', headers, agent };
  return () =>
    new Promise((resolve, reject) => {
      const request = https.request(options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve(text));
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(body);
    });
}

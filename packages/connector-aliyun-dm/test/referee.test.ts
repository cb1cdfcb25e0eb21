import { request as ask, createServer } from 'node:http';
import { createRequire } from 'node:module';
import { startDirectMailEmulator } from '@dm-kit/direct-mail-emulator';
import { expect, test } from 'vitest';
import { config } from './config.ts';
import { listen } from './raw-server.ts';
import { failureOf, send } from './send.ts';
import { startServer } from './server.ts';

// The vendor's SDK as referee: the same mail, sent by it and by the connector, arrives equal.

type Sdk = typeof import('@alicloud/dm20151123');

const require = createRequire(import.meta.url);
const { default: Client, SingleSendMailRequest }: Sdk = require('@alicloud/dm20151123');

const accountName = 'no-reply@mail.example.com';
const to = 'ada@example.com';
const credentials = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

function sdkSend(url: string, fields: object, keys: object = credentials) {
  const { host } = new URL(url);
  const client = new Client({ ...keys, endpoint: host, protocol: 'HTTP' } as never);
  return client.singleSendMail(
    new SingleSendMailRequest({
      accountName,
      addressType: 1,
      replyToAddress: false,
      toAddress: to,
      ...fields,
    }),
  );
}

const difficult = `a b+c&d=e%f~g'h(i)j*k!l"m/é中😀\n{{not}}`;

const mails: [string, Parameters<typeof config>[0], object, object][] = [
  [
    'a plain one',
    {},
    { subject: 'Code', content: 'Your code is {{code}}.', contentType: 'text/plain' },
    { subject: 'Code', textBody: 'Your code is 135790.' },
  ],
  [
    'an HTML one with every field',
    {
      fromAlias: 'Books',
      replyTo: 'Help <help@example.com>',
      tagName: 'sign-in',
      clickTrace: true,
    },
    { subject: 'Code for {{application.name}}', content: '<b>{{code}} {{application.name}}</b>' },
    {
      subject: 'Code for A & B',
      htmlBody: '<b>135790 A &amp; B</b>',
      fromAlias: 'Books',
      replyAddress: 'help@example.com',
      replyAddressAlias: 'Help',
      tagName: 'sign-in',
      clickTrace: '1',
    },
  ],
  [
    'one full of reserved characters',
    {},
    { subject: difficult, content: difficult, sendFrom: `中é'(*) <${accountName}>` },
    { subject: difficult.replace('\n', ''), htmlBody: difficult, fromAlias: `中é'(*)` },
  ],
];

test.each(mails)('%s', async (_, changes, template, fields) => {
  await using directMail = await startDirectMailEmulator({ port: 0 });
  await sdkSend(directMail.url, fields);
  await send(
    config({ ...changes, endpoint: directMail.url }),
    { payload: { code: '135790', application: { name: 'A & B' } } },
    async () => template as never,
  );
  const [ours, theirs] = directMail.messages();
  const { id, created, envId, requestId, ...rest } = theirs ?? expect.fail('No mail arrived.');
  expect(ours).toMatchObject(rest);
  expect(Object.keys(ours ?? {})).toEqual(Object.keys(theirs ?? {}));
  expect(ours?.parameters.Subject).toBe(theirs?.parameters.Subject);
  expect(directMail.messages()).toHaveLength(2);
});

test.each([
  [
    'everything else that a mail may have',
    {
      replyToAddress: true,
      headers: { 'X-User-A': 'b"c', 'Message-ID': '<1@example.com>' },
      unSubscribeLinkType: 'disabled',
      ipPoolId: 'e4-x',
    },
    { content: '<b>{{code}}</b>', text: '{{code}}' },
    {
      replyToAddress: true,
      htmlBody: '<b>135790</b>',
      textBody: '135790',
      headers: '{"X-User-A":"b\\"c","Message-ID":"<1@example.com>"}',
      unSubscribeLinkType: 'disabled',
      ipPoolId: 'e4-x',
    },
  ],
  [
    'a template that is stored at Direct Mail',
    {},
    { templateId: '12345', templateData: { code: '{{code}}', 'é"': '{{application.name}}' } },
    { template: { templateId: '12345', templateData: { code: '135790', 'é"': 'A &amp; B' } } },
  ],
] as [string, Parameters<typeof config>[0], object, object][])(
  '%s is written as the SDK writes it',
  async (_, changes, template, fields) => {
    await using server = await startServer();
    await sdkSend(server.endpoint, { subject: 'S', ...fields });
    const templates = config().templates.map(({ usageType }) => ({
      ...{ usageType, subject: 'S' },
      ...template,
    }));
    const endpoint = server.endpoint;
    const payload = { code: '135790', application: { name: 'A & B' } };
    await send(config({ ...changes, endpoint, templates }), { payload });
    const [theirs, ours] = server.received.map(({ form }) => form);
    expect(ours).toEqual(theirs);
  },
);

test('temporary credentials', async () => {
  const keys = { ...credentials, securityToken: 'token+/=' };
  await using directMail = await startDirectMailEmulator({ port: 0, accessKeys: [keys] });
  await sdkSend(directMail.url, { subject: 'SignIn code', htmlBody: '<p>135790</p>' }, keys);
  await send(config({ ...keys, endpoint: directMail.url }));
  const [ours, theirs] = directMail.messages();
  expect(ours?.html).toBe(theirs?.html);
  expect(directMail.messages()).toHaveLength(2);
});

/** A reverse proxy that puts the host of its target into the request, as nginx does. */
async function startReverseProxy(target: string) {
  const hosts = new Set<string | undefined>();
  const server = createServer((request, response) => {
    hosts.add(request.headers.host);
    const headers = { ...request.headers, host: new URL(target).host };
    const forward = ask(target, { method: 'POST', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(forward);
  });
  return { ...(await listen(server)), hosts };
}

test('a proxy that changes the host breaks the signature, unless that host is signed', async () => {
  await using directMail = await startDirectMailEmulator({ port: 0 });
  await using proxy = await startReverseProxy(directMail.url);
  const endpoint = `http://localhost:${proxy.port}`;
  const error = await failureOf(send(config({ endpoint })));
  expect(error).toMatchObject({
    Code: 'SignatureDoesNotMatch',
    errorDescription: expect.stringMatching(/or a proxy changed the host header/),
  });
  await send(config({ endpoint, signedHost: new URL(directMail.url).host }));
  expect(directMail.messages()).toHaveLength(1);
  expect([...proxy.hosts]).toEqual([`localhost:${proxy.port}`]);
});

test.each([
  ['a wrong secret', { accessKeySecret: 'wrong' }, 'SignatureDoesNotMatch', 'invalid_config'],
  ['an unknown key', { accessKeyId: 'nobody' }, 'InvalidAccessKeyId.NotFound', 'invalid_config'],
  [
    'an unknown sender',
    { accountName: 'x@example.com' },
    'InvalidMailAddress.NotFound',
    'invalid_config',
  ],
])('%s is refused', async (_, changes, Code, code) => {
  await using directMail = await startDirectMailEmulator({ port: 0 });
  const error = await failureOf(send(config({ ...changes, endpoint: directMail.url })));
  expect(error).toMatchObject({ code, Code, RequestId: expect.any(String) });
  expect(directMail.messages()).toEqual([]);
});

test.each([
  ['answers with something else', { malformed: true }, 'invalid_response'],
  ['breaks the connection', { reset: true }, 'general'],
  ['never answers', { hang: true }, 'general'],
])('a service that takes the mail and then %s gets it once', async (_, rule, code) => {
  await using directMail = await startDirectMailEmulator({ port: 0 });
  directMail.faults.add({ ...rule, deliver: true });
  const error = await failureOf(send(config({ endpoint: directMail.url, timeout: 500 })));
  expect(error.code).toBe(code);
  expect(directMail.messages()).toHaveLength(1);
});

test.each(['InternalError', 'ServiceUnavailable', 'SignatureNonceUsed', 'Something.New'])(
  'a service that takes the mail and then answers %s, at any status, gets it once',
  async (code) => {
    await using directMail = await startDirectMailEmulator({ port: 0 });
    const statuses = [200, 400, 403, 404, 408, 429, 500, 502, 503, 504];
    for (const status of statuses) {
      directMail.faults.add({ code, status, deliver: true });
      const error = await failureOf(send(config({ endpoint: directMail.url })));
      expect(error.errorDescription).toMatch(/the mail may have been sent/);
    }
    expect(directMail.messages()).toHaveLength(statuses.length);
  },
);

test('a service that throttles twice gets the mail once', async () => {
  await using directMail = await startDirectMailEmulator({ port: 0 });
  directMail.faults.add({ code: 'Throttling.User', times: 2 });
  await send(config({ endpoint: directMail.url }));
  expect(directMail.messages()).toHaveLength(1);
});

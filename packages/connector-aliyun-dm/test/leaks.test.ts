import { inspect } from 'node:util';
import { type SendMessageData, TemplateType, validateConfig } from '@logto/connector-kit';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { AliyunDmConfig } from '../src/config.ts';
import { configGuard } from '../src/config-guard.ts';
import { providerErrors } from '../src/provider-errors.ts';
import { config } from './config.ts';
import { http, startRawServer } from './raw-server.ts';
import { send } from './send.ts';

const word = fc.stringMatching(/^[A-Za-z0-9]{12,20}$/);
const secrets = fc.record({
  accessKeyId: word.map((one) => `ID${one}`),
  accessKeySecret: word.map((one) => `SECRET${one}`),
  securityToken: word.map((one) => `TOKEN${one}`),
  code: fc.stringMatching(/^\d{6}$/),
  link: word.map((one) => `https://example.com/accept?token=${one}`),
  body: word.map((one) => `BODY${one}`),
});
type Secrets = typeof secrets extends fc.Arbitrary<infer T> ? T : never;

function swapCase(text: string): string {
  return text.replace(/[a-z]|[A-Z]/g, (letter) =>
    letter < 'a' ? letter.toLowerCase() : letter.toUpperCase(),
  );
}

/** What a RequestId could hold of a text: its hexadecimal digits. */
function asId(text: string): string {
  const digits = text.replace(/[^\dA-Fa-f]/g, '').padEnd(32, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');
}

/** Letters and digits alone, so that a secret in other letters is found as well. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/g, '');
}

/** An answer that repeats a secret where an error could pick it up. */
const answers: ((secret: string, all: string) => string)[] = [
  (secret) => http(400, JSON.stringify({ Code: secret, Message: secret, RequestId: secret })),
  (secret) =>
    http(400, JSON.stringify({ Code: `Invalid.${secret}`, Message: secret, Recommend: secret })),
  (secret) => http(403, JSON.stringify({ Code: `X${secret.replace(/[^A-Za-z]/g, '')}` })),
  (secret) => http(403, JSON.stringify({ Code: swapCase(secret), RequestId: swapCase(secret) })),
  (secret) => http(403, JSON.stringify({ Code: `Throttling.${swapCase(secret)}` })),
  // As a RequestId, in capitals and parted by hyphens.
  (secret) => http(400, JSON.stringify({ Code: 'Forbidden', RequestId: asId(swapCase(secret)) })),
  (secret) =>
    http(
      500,
      JSON.stringify({
        Code: 'Odd',
        RequestId: `82B295BB-7E69-491F-9896-${secret.padEnd(12, 'A').slice(0, 12)}`,
      }),
    ),
  (_, all) => http(200, all),
  (_, all) => http(200, all.slice(0, 50)),
  (_, all) => http(502, `<html>${all}</html>`),
  (_, all) => http(200, all.repeat(200)),
  (secret) => http(302, '', `location: https://example.com/${secret}`),
  (secret) => `HTTP/1.1 200 ${secret}\r\n${secret}\r\n\r\n`,
  (_, all) => `${all}\r\n`,
  ...[...providerErrors.keys()].map(
    (Code) => (secret: string, all: string) =>
      http(400, JSON.stringify({ Code, Message: all, HostId: secret, Recommend: secret })),
  ),
];

/** A configuration or message with a mistake that has a secret in it. */
const mistakes: ((all: Secrets, secret: string) => [object, Partial<SendMessageData>])[] = [
  (_, secret) => [{ regionId: secret }, {}],
  (_, secret) => [{ network: secret, tagName: `${secret} ` }, {}],
  (_, secret) => [{ endpoint: `http://${secret}.example.com` }, {}],
  (_, secret) => [{ endpoint: `https://user:${secret}@localhost` }, {}],
  (_, secret) => [{ replyTo: secret, connectTimeout: secret, timeout: secret }, {}],
  (_, secret) => [{ accessKeySecret: { secret } }, {}],
  (_, secret) => [{ clickTrace: secret, maxRetries: [secret] }, {}],
  (_, secret) => [{ accessKeyId: `${secret}\u4e2d` }, {}],
  ({ body }) => [{ templates: [{ usageType: 'SignIn', subject: body, content: body }] }, {}],
  ({ body }) => [
    { templates: [{ usageType: 'SignIn', subject: 1, content: body, contentType: body }] },
    {},
  ],
  (_, secret) => [{}, { to: `${secret}, ${secret}@example.com` }],
  (_, secret) => [{}, { payload: { code: secret.repeat(60) } }],
];

const scenario = fc.record({
  secrets,
  which: fc.constantFrom<keyof Secrets>(
    'accessKeyId',
    'accessKeySecret',
    'securityToken',
    'code',
    'link',
    'body',
  ),
  answer: fc.nat(answers.length - 1),
  mistake: fc.option(fc.nat(mistakes.length - 1), { freq: 3 }),
  type: fc.constantFrom(...Object.values(TemplateType)),
});

const { stackTraceLimit } = Error;

afterEach(() => {
  Error.stackTraceLimit = stackTraceLimit;
  vi.restoreAllMocks();
});

/** The stack has the message in it. */
function everything(error: unknown): string {
  return `${inspect(error, { depth: Number.POSITIVE_INFINITY })}${JSON.stringify(error)}`;
}

async function errorOf(run: () => unknown): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('no error of 10,000 has a secret, a code, a link or a body in it', {
  timeout: 60_000,
}, async () => {
  // The frames of ten thousand stacks would take longer to map to sources than all the rest.
  Error.stackTraceLimit = 0;
  const logs = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((name) =>
    vi.spyOn(console, name),
  );
  const replies = new Map<string, string>();
  await using server = await startRawServer({
    connected: (socket) => {
      socket.on('data', (chunk) => {
        const [, number] = /&ToAddress=u(\d+)%40/.exec(String(chunk)) ?? [];
        socket.write(replies.get(number ?? '') ?? http(400, '{}'), 'latin1');
      });
    },
  });
  const cases = fc.sample(scenario, 10_000);
  let failures = 0;

  const runCase = async (index: number) => {
    const one = cases[index] ?? expect.fail('There is no such case.');
    const secret = one.secrets[one.which];
    const { accessKeyId, accessKeySecret, securityToken, code, link, body } = one.secrets;
    const templates = config().templates.map((template) => ({
      ...template,
      subject: '{{code}}',
      content: `${body} {{code}} {{link}}`,
    }));
    const [changes, data] =
      one.mistake === null ? [{}, {}] : (mistakes[one.mistake]?.(one.secrets, secret) ?? [{}, {}]);
    const options = {
      ...config({
        accessKeyId,
        accessKeySecret,
        securityToken,
        endpoint: server.endpoint,
        templates,
        maxRetries: 0,
        // One of the answers has no end.
        timeout: 200,
      }),
      ...changes,
    } as AliyunDmConfig;
    replies.set(
      `${index}`,
      answers[one.answer]?.(secret, Object.values(one.secrets).join(' ')) ?? '',
    );
    const message = {
      to: `u${index}@example.com`,
      type: one.type,
      payload: { code, link },
      ...data,
    };
    const errors = [
      await errorOf(() => send(options, message)),
      // As Logto does when a configuration is saved.
      one.mistake !== null && (await errorOf(() => validateConfig(options, configGuard))),
    ].filter(Boolean);
    replies.delete(`${index}`);
    failures += errors.length;
    const text = errors.map(everything).join('\n');
    const found = Object.entries(one.secrets).filter(([, each]) => bare(text).includes(bare(each)));
    if (found.length > 0) {
      expect.fail(`Case ${index}: ${found.join()} in ${text}`);
    }
  };

  let next = 0;
  const worker = async () => {
    while (next < cases.length) {
      next += 1;
      await runCase(next - 1);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  expect(failures).toBeGreaterThanOrEqual(10_000);
  for (const log of logs) {
    expect(log).not.toHaveBeenCalled();
  }
});

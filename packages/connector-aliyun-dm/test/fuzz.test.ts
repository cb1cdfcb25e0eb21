import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { config } from './config.ts';
import { startRawServer } from './raw-server.ts';
import { failureOf, send } from './send.ts';

// Whole answers, right and wrong ones, against the connector and against Node's own client: what
// Node does not read is no success here, and nothing that arrives throws outside of a promise.

const body = '{"EnvId":"1","RequestId":"82B295BB-7E69-491F-9896-ECEAFF09E1A4"}';
const hex = body.length.toString(16);

let server: Awaited<ReturnType<typeof startRawServer>>;
let answer = '';
/** Resolves when the connection that was answered last has closed, and is no longer used. */
let closed = Promise.withResolvers<void>();

beforeAll(async () => {
  server = await startRawServer({
    asked: (socket) => {
      socket.on('close', closed.resolve);
      socket.end(answer, 'latin1');
    },
  });
});

async function sendForAnswer() {
  closed = Promise.withResolvers();
  try {
    return await send(config({ endpoint: server.endpoint, maxRetries: 0, timeout: 5000 }));
  } finally {
    await closed.promise;
  }
}

function isSuccess(text: string): boolean {
  try {
    const { EnvId, RequestId } = JSON.parse(text);
    return typeof EnvId === 'string' && typeof RequestId === 'string';
  } catch {
    return false;
  }
}

afterAll(() => server[Symbol.asyncDispose]());

/** What Node's client reads, or `undefined` where it reads nothing whole. */
function readByNode(): Promise<{ status: number | undefined; text: string } | undefined> {
  return new Promise((resolve) => {
    const options = { method: 'POST', agent: new Agent(), headers: { 'content-length': '0' } };
    const asking = request(server.endpoint, options, (response) => {
      let text = '';
      response.setEncoding('latin1');
      response.on('data', (chunk) => (text += chunk));
      response.on('error', () => resolve(undefined));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    asking.on('error', () => resolve(undefined));
    asking.on('close', () => resolve(undefined));
    asking.end();
  });
}

const statusLine = fc.constantFrom(
  ...['HTTP/1.1 200 OK', 'HTTP/1.1 200 OK', 'HTTP/1.0 200 OK', 'HTTP/1.1 200', 'HTTP/1.1 100'],
  ...['HTTP/1.1 204 No', 'HTTP/1.1 304 No', 'HTTP/2 200', 'http/1.1 200 OK', 'HTTP/1.1  200 OK'],
  ...['HTTP/1.1 2000 OK', 'HTTP/1.1 101 Up', 'ICY 200 OK', 'HTTP/1.1 OK', 'HTTP/9.9 200 OK'],
);
const header = fc.constantFrom(
  ...[`content-length: ${body.length}`, `Content-Length:${body.length}`, 'content-length: +1'],
  ...['content-length: 1, 1', 'content-length: 99', 'content-length: -1', 'content-length: 0x10'],
  ...['transfer-encoding: chunked', 'transfer-encoding: gzip', 'transfer-encoding : chunked'],
  ...['connection: close', 'connection: keep-alive', 'keep-alive: timeout=0', 'x: y', ' folded'],
  ...['x y: z', ': z', 'x', 'x: \x00', 'x: \x7f', 'x: \x80', 'set-cookie: a', 'upgrade: h2c'],
);
const lineEnd = fc.constantFrom('\r\n', '\r\n', '\r\n', '\r\n', '\n', '\r', '');
const content = fc.constantFrom(
  ...[body, body, `${hex}\r\n${body}\r\n0\r\n\r\n`, `${hex};x=y\r\n${body}\r\n0\r\n\r\n`],
  ...[`${hex}\n${body}\n0\n\n`, `0${hex}\r\n${body}\r\n`, `zz\r\n${body}`, '', `${body}more`],
);
const head = fc
  .tuple(statusLine, fc.array(fc.tuple(header, lineEnd), { maxLength: 4 }), lineEnd, lineEnd)
  .map(([line, headers, one, two]) => `${line}${one}${headers.flat().join('')}${two}`);
const assembled = fc
  .tuple(fc.array(head, { maxLength: 2 }), head, content)
  .map(([before, last, text]) => `${before.join('')}${last}${text}`);

/** A right answer in which one place was overwritten, doubled or left out. */
const damaged = fc
  .tuple(
    fc.constantFrom(
      `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nServer: x\r\n\r\n${body}`,
      `HTTP/1.1 100\r\n\r\nHTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${hex}\r\n${body}\r\n0\r\n\r\n`,
    ),
    fc.nat(),
    fc.nat(3),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  .map(([text, place, length, instead]) => {
    const at = place % text.length;
    return `${text.slice(0, at)}${instead}${text.slice(at + length)}`;
  });

const whole = fc.oneof(assembled, damaged);

test('a mail counts as sent only where Node reads an answer that says so', async () => {
  let sent = 0;
  const trial = async (text: string) => {
    answer = text;
    const read = await readByNode();
    if (read?.status === 200 && isSuccess(read.text)) {
      await sendForAnswer();
      sent += 1;
    } else {
      await failureOf(sendForAnswer());
    }
  };
  await fc.assert(fc.asyncProperty(whole, trial), { numRuns: 1500 });
  expect(sent).toBeGreaterThan(50);
});

test.each([
  ['56 kB of interim answers', 'HTTP/1.1 100\r\n\r\n'.repeat(3500)],
  ['a megabyte of interim answers', 'HTTP/1.1 103 X\r\nlink: x\r\n\r\n'.repeat(36_000)],
])('%s end nothing', async (_, interim) => {
  answer = `${interim}HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  await expect(sendForAnswer()).resolves.toMatchObject({ EnvId: '1' });
});

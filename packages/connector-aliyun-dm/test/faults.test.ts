import dns from 'node:dns';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { certificate, trust } from './certificate.ts';
import { config } from './config.ts';
import { http, listen, onRequest, startRawServer } from './raw-server.ts';
import { failureOf, send } from './send.ts';

// For each fault: the error, the time it took, the number of attempts, and how many mails can have
// gone out: one at most, and none where another attempt was made.

const accepted = http(200, '{"EnvId":"1","RequestId":"82B295BB-7E69-491F-9896-ECEAFF09E1A4"}');

beforeEach(() => {
  // Pauses of 100 and 200 ms.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Milliseconds that a send may take beyond its deadline on a busy machine. */
const slack = 4000;

/** Sends with short deadlines and tells the error and the time. */
async function fault(endpoint: string, changes: Parameters<typeof config>[0] = {}) {
  const start = performance.now();
  const error = await failureOf(
    send(config({ endpoint, connectTimeout: 300, timeout: 1500, ...changes })),
  );
  return { ...error, elapsed: performance.now() - start };
}

const unreached = { code: 'general', errorDescription: expect.stringMatching(/^No connection/) };
const unanswered = {
  code: 'general',
  errorDescription: expect.stringMatching(/^Direct Mail did not answer.*may have been sent/),
};
const notDirectMail = { code: 'invalid_response' };
const untrusted = { code: 'invalid_certificate', errorDescription: expect.stringMatching(/TLS/) };

describe('no connection: tried three times, nothing was sent', () => {
  test('refused', async () => {
    const server = await startRawServer({});
    await server[Symbol.asyncDispose]();
    const error = await fault(server.endpoint);
    expect(error).toMatchObject(unreached);
    expect(error.errorDescription).toContain('(ECONNREFUSED)');
    expect(error.elapsed).toBeGreaterThan(290);
    expect(error.elapsed).toBeLessThan(slack);
  });

  test('unknown host', async () => {
    const lookup = vi.spyOn(dns, 'lookup').mockImplementation(((
      _: string,
      __: object,
      done: (error: Error) => void,
    ) => {
      done(Object.assign(new Error('getaddrinfo ENOTFOUND direct-mail'), { code: 'ENOTFOUND' }));
    }) as never);
    const error = await fault('http://direct-mail');
    expect(error).toMatchObject(unreached);
    expect(error.errorDescription).toContain('(ENOTFOUND)');
    expect(lookup).toHaveBeenCalledTimes(3);
  });

  test('a name look-up that hangs', async () => {
    const lookup = vi.spyOn(dns, 'lookup').mockImplementation((() => {}) as never);
    const error = await fault('http://direct-mail', { connectTimeout: 100 });
    expect(error).toMatchObject(unreached);
    expect(error.elapsed).toBeGreaterThan(590);
    expect(lookup).toHaveBeenCalledTimes(3);
  });

  test('a TLS handshake that is reset', async () => {
    await using server = await startRawServer({ connected: (socket) => socket.resetAndDestroy() });
    const error = await fault(`https://localhost:${server.port}`);
    expect(error).toMatchObject(unreached);
    expect(server.connections()).toBe(3);
  });

  test('a TLS handshake that hangs, until the whole deadline', async () => {
    await using server = await startRawServer({});
    const error = await fault(`https://localhost:${server.port}`, { timeout: 500 });
    expect(error).toMatchObject(unreached);
    expect(error.elapsed).toBeGreaterThan(490);
    expect(error.elapsed).toBeLessThan(500 + slack);
    expect(server.connections()).toBe(2);
  });
});

describe('TLS that cannot be trusted: tried once, nothing was sent', () => {
  const day = 86_400_000;
  const now = Date.now();

  test('plain http behind https', async () => {
    await using server = await startRawServer({
      connected: (socket) => socket.write('HTTP/1.1 400 X\r\n\r\n'),
    });
    const error = await fault(`https://localhost:${server.port}`);
    expect(error).toMatchObject(untrusted);
    expect(server.connections()).toBe(1);
    expect(server.mails()).toBe(0);
  });

  test.each([
    ['self-signed', 'localhost', now - day, now + day, false],
    ['expired', 'localhost', now - 2 * day, now - day, true],
    ['for another host', 'dm.example.com', now - day, now + day, true],
  ])('a certificate that is %s', async (_, host, from, to, isTrusted) => {
    const made = await certificate(host, new Date(from), new Date(to));
    using _trust = isTrusted ? trust(made.cert) : undefined;
    let received = 0;
    await using server = await listen(
      createTlsServer(made, (socket) => socket.on('data', () => (received += 1))),
    );
    const error = await fault(`https://localhost:${server.port}`);
    expect(error).toMatchObject(untrusted);
    expect(server.connections()).toBe(1);
    expect(received).toBe(0);
  });

  test('and one that is right is taken', async () => {
    const made = await certificate('localhost', new Date(now - day), new Date(now + day));
    using _trust = trust(made.cert);
    await using server = await listen(
      createTlsServer(made, (socket) => onRequest(socket, () => socket.write(accepted))),
    );
    await send(config({ endpoint: `https://localhost:${server.port}` }));
  });
});

describe('an ambiguous outcome: tried once, one mail at most', () => {
  const large = {
    templates: config().templates.map((one) => ({ ...one, content: `{{code}}${'x'.repeat(5e6)}` })),
  };

  test.each([
    [
      'a reset during the request',
      { connected: (socket) => socket.once('data', () => socket.resetAndDestroy()) },
      large,
      0,
    ],
    ['a reset after the request', { asked: (socket) => socket.resetAndDestroy() }, {}, 1],
    [
      'another protocol after the request',
      {
        asked: (socket) =>
          socket.write('HTTP/1.1 101 X\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
      },
      {},
      1,
    ],
    ['a close after the request', { asked: (socket) => socket.end() }, {}, 1],
    [
      'a reset within the answer',
      { asked: (socket) => socket.write(accepted.slice(0, 60), () => socket.resetAndDestroy()) },
      {},
      1,
    ],
  ] as [string, Parameters<typeof startRawServer>[0], object, number][])(
    '%s',
    async (_, handle, changes, mails) => {
      await using server = await startRawServer(handle);
      const error = await fault(server.endpoint, { timeout: 10_000, ...changes });
      expect(error).toMatchObject(unanswered);
      expect(error.elapsed).toBeLessThan(slack);
      expect(server.connections()).toBe(1);
      expect(server.mails()).toBe(mails);
    },
  );

  test('a reset as soon as the connection stands', async () => {
    await using server = await startRawServer({ connected: (socket) => socket.resetAndDestroy() });
    // Whether Node has seen the connection stand before the reset is up to the system; where it
    // has not, nothing was written, and it tries again.
    const { code } = await fault(server.endpoint);
    expect(code).toBe('general');
    expect(server.mails()).toBe(0);
  });

  test('silence until the deadline', async () => {
    await using server = await startRawServer({});
    const error = await fault(server.endpoint, { timeout: 200 });
    expect(error).toMatchObject(unanswered);
    expect(error.elapsed).toBeGreaterThan(190);
    expect(error.elapsed).toBeLessThan(200 + slack);
    expect(server.mails()).toBe(1);
  });

  test('an answer that drips past the deadline', async () => {
    let drip: NodeJS.Timeout | undefined;
    await using server = await startRawServer({
      asked: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nx-drip: ');
        drip = setInterval(() => socket.write('.'), 10);
        socket.on('close', () => clearInterval(drip));
      },
    });
    const error = await fault(server.endpoint, { timeout: 300 });
    expect(error).toMatchObject(unanswered);
    expect(error.elapsed).toBeGreaterThan(290);
    expect(error.elapsed).toBeLessThan(300 + slack);
    expect(server.mails()).toBe(1);
  });

  test('a kept connection that breaks under the next request', async () => {
    await using server = await startRawServer({
      asked: (socket, count) => (count === 1 ? socket.write(accepted) : socket.resetAndDestroy()),
    });
    await send(config({ endpoint: server.endpoint }));
    expect(await fault(server.endpoint)).toMatchObject(unanswered);
    expect(server.connections()).toBe(1);
    expect(server.mails()).toBe(2);
  });
});

test('the deadline is one for all attempts', async () => {
  await using server = await startRawServer({
    asked: (socket, count) => {
      if (count === 1) {
        setTimeout(() => socket.write(http(400, '{"Code":"Throttling"}')), 1400);
      }
    },
  });
  const error = await fault(server.endpoint, { timeout: 2000 });
  expect(error).toMatchObject(unanswered);
  expect(server.mails()).toBe(2);
  // The second attempt has what the first one left: it would end at 3500 with 2000 of its own.
  expect(error.elapsed).toBeGreaterThan(1990);
  expect(error.elapsed).toBeLessThan(3400);
});

describe('an answer that Direct Mail does not give: tried once', () => {
  const json = '{"EnvId":"1","RequestId":"82B295BB-7E69-491F-9896-ECEAFF09E1A4"}';
  const megabytes = 'x'.repeat(10 * 1024 * 1024);

  test.each([
    ['200 with HTML', http(200, '<!doctype html><h1>Welcome</h1>')],
    ['200 with truncated JSON', http(200, json.slice(0, 30))],
    ['200 with nothing', http(200, '')],
    ['200 with JSON of something else', http(200, '{"ok":true}')],
    ['a body of 10 MB', http(200, megabytes)],
    ['a header of 10 MB', `HTTP/1.1 200 OK\r\nx-large: ${megabytes}`],
    ['a redirect', http(302, '', 'location: https://example.com/')],
    ['502 from a gateway', http(502, '<h1>Bad gateway</h1>')],
    ['503 from a gateway', http(503, '<h1>Unavailable</h1>')],
    ['504 from a gateway', http(504, '<h1>Gateway time-out</h1>')],
    ['another protocol', '220 mail.example.com ESMTP\r\n'],
  ])('%s', async (_, text) => {
    await using server = await startRawServer({ asked: (socket) => socket.write(text) });
    const error = await fault(server.endpoint, { timeout: 10_000 });
    expect(error).toMatchObject(notDirectMail);
    expect(error.elapsed).toBeLessThan(slack);
    expect(server.mails()).toBe(1);
  });
});

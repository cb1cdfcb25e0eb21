import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { http, startRawServer } from '../test/raw-server.ts';
import { askOnce } from './http-request.ts';

function send(endpoint: string, body = 'A=1') {
  return askOnce({ url: new URL(endpoint), headers: { x: 'y' }, body }, 2000, 5000);
}

test('posts the body as it is, with its length', async () => {
  let request = '';
  await using server = await startRawServer({
    connected: (socket) => socket.on('data', (chunk) => (request += chunk)),
    asked: (socket) => socket.write(http(200, 'yes')),
  });
  expect(await send(server.endpoint)).toEqual({ status: 200, text: 'yes' });
  expect(request).toBe(
    `POST / HTTP/1.1\r\nx: y\r\nhost: localhost:${server.port}\r\ncontent-length: 3\r\nConnection: keep-alive\r\n\r\nA=1`,
  );
});

test('a connection is used again, one request at a time', async () => {
  await using server = await startRawServer({
    asked: (socket, count) => socket.write(http(200, `${count}`)),
  });
  const texts: string[] = [];
  for (let number = 0; number < 3; number += 1) {
    const result = await send(server.endpoint);
    texts.push('text' in result ? result.text : result.failure);
  }
  expect(texts).toEqual(['1', '2', '3']);
  expect(server.connections()).toBe(1);
  await Promise.all([send(server.endpoint), send(server.endpoint)]);
  expect(server.connections()).toBe(2);
});

test.each([
  ['that says it closes', http(200, 'yes', 'connection: close')],
  ['with more bytes than its length', `${http(200, 'yes')}more`],
])('a connection is left after an answer %s', async (_, text) => {
  await using server = await startRawServer({ asked: (socket) => socket.write(text) });
  await send(server.endpoint);
  await send(server.endpoint);
  expect(server.connections()).toBe(2);
});

test('an answer that arrives byte by byte is read whole', async () => {
  const text = http(200, '{"a":"中"}');
  await using server = await startRawServer({
    asked: (socket) => {
      const bytes = [...Buffer.from(text)];
      const next = () => {
        const byte = bytes.shift();
        if (byte !== undefined) {
          socket.write(Buffer.of(byte), () => setImmediate(next));
        }
      };
      next();
    },
  });
  expect(await send(server.endpoint)).toMatchObject({ status: 200, text: '{"a":"中"}' });
});

test('a connection that the other side closed is not used again', async () => {
  const closed = Promise.withResolvers<void>();
  await using server = await startRawServer({
    asked: (socket) => {
      // The server's side closes only once the client has closed as well.
      socket.on('close', closed.resolve);
      socket.write(http(200, 'yes'), () => socket.end());
    },
  });
  await send(server.endpoint);
  await closed.promise;
  expect(await send(server.endpoint)).toMatchObject({ status: 200 });
  expect(server.connections()).toBe(2);
});

test('an idle connection closes by itself, and does not keep the process from ending', async () => {
  const closed = Promise.withResolvers<void>();
  await using server = await startRawServer({
    asked: (socket) => {
      socket.on('close', closed.resolve);
      socket.write(http(200, 'yes'));
    },
  });
  await send(server.endpoint);
  await closed.promise;
});

test('a request that was answered before it was read ends with its answer', async () => {
  const closed = Promise.withResolvers<void>();
  let connection: Socket | undefined;
  let received = 0;
  await using server = await startRawServer({
    connected: (socket) => {
      connection = socket;
      socket.on('data', (chunk) => (received += chunk.length));
      socket.once('data', () => {
        socket.pause();
        socket.write(http(413, 'too large'));
      });
      socket.on('close', closed.resolve);
    },
  });
  const body = 'x'.repeat(20_000_000);
  expect(await send(server.endpoint, body)).toEqual({ status: 413, text: 'too large' });
  connection?.resume();
  await closed.promise;
  expect(received).toBeLessThan(body.length);
});

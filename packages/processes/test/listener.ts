import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A program for `node -e` that listens on the port and prints a ready line with it. */
export function listens(port: number) {
  return `
  const server = require('node:http').createServer((_, response) => response.end('here'));
  server.listen(${port}, '127.0.0.1', () =>
    console.log(JSON.stringify({ event: 'ready', port: server.address().port })));
`;
}

/** Something of somebody else's that has a port. */
export async function occupyPort(): Promise<AsyncDisposable & { port: number }> {
  const server: Server = createServer((_, response) => response.end('somebody else'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

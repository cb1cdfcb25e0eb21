import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A listening server as a test uses it: its port, how many connections it saw, and its end. */
export async function listen(server: Server) {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    // What the client does to a connection is the test's business, not an error of the server.
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) {
        socket.destroy();
      }
      await once(server, 'close');
    },
  };
}

/** Calls back when a whole request has arrived; the client sends a length with each. */
export function onRequest(socket: Socket, whole: (count: number) => void) {
  let bytes = '';
  let count = 0;
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    bytes += chunk;
    const head = bytes.indexOf('\r\n\r\n') + 4;
    const length = Number(/content-length: (\d+)/.exec(bytes)?.[1]);
    if (head > 3 && bytes.length >= head + length) {
      bytes = bytes.slice(head + length);
      count += 1;
      whole(count);
    }
  });
}

/**
 * A TCP server that does to each connection what the test says. `mails` counts the requests that
 * arrived as a whole, each of which the service could have sent.
 */
export async function startRawServer(handle: {
  connected?: (socket: Socket) => void;
  asked?: (socket: Socket, count: number) => void;
}) {
  let mails = 0;
  const server = createServer((socket) => {
    onRequest(socket, (count) => {
      mails += 1;
      handle.asked?.(socket, count);
    });
    handle.connected?.(socket);
  });
  const listening = await listen(server);
  return { ...listening, endpoint: `http://localhost:${listening.port}`, mails: () => mails };
}

/** A whole HTTP answer. */
export function http(status: number, body: string, ...headers: string[]): string {
  return [
    `HTTP/1.1 ${status} X`,
    `content-length: ${Buffer.byteLength(body)}`,
    ...headers,
    '',
    body,
  ].join('\r\n');
}

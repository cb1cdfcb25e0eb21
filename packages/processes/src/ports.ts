import { createServer } from 'node:net';
import getPort from 'get-port';

/** A port that nothing listens on, and that this process has not been given before in the last 15 seconds. */
export function freePort(): Promise<number> {
  return getPort();
}

/**
 * Whether nothing listens on the port, on either loopback address and on all addresses: a browser that asks
 * for `localhost` may come to any of them.
 */
export async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0', '::']) {
    if (!(await canListen(port, host))) {
      return false;
    }
  }
  return true;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      // A machine without IPv6 has no such address, and nobody listens on it.
      resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

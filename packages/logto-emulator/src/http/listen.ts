import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens before it is known what answers: with port 0, the address comes first. */
export interface ListeningServer {
  readonly port: number;
  /** Sets what answers; requests that came before wait for it. */
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}

/**
 * Listens on a port.
 *
 * @throws the error of `net` (`EADDRINUSE`, `EACCES`, …)
 */
export async function listen(port: number, host: string): Promise<ListeningServer> {
  let serve: (listener: RequestListener) => void = () => undefined;
  const ready = new Promise<RequestListener>((resolve) => {
    serve = resolve;
  });
  const server = createServer((request, response) => {
    void ready.then((listener) => listener(request, response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve,
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

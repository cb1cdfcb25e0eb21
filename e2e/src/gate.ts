import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/**
 * A proxy (HTTP CONNECT) between a sample's server and Logto. It can be shut: an outage that the browser does not see.
 * Node uses it with `NODE_USE_ENV_PROXY=1` and `HTTP_PROXY`.
 */
export class Gate implements AsyncDisposable {
  /** All that went through, both ways. */
  traffic = '';
  #isShut = false;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer();

  async open(): Promise<string> {
    this.#server.on('connect', (request, client: Socket, head: Buffer) => {
      const { hostname, port } = new URL(`http://${request.url}`);
      if (this.#isShut) {
        client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
        return;
      }
      const logto = connect(Number(port), hostname, () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        logto.write(head);
        client.pipe(logto).pipe(client);
      });
      for (const socket of [client, logto]) {
        this.#sockets.add(socket);
        socket.on('data', (data) => {
          this.traffic += data.toString('latin1');
        });
        socket.on('error', () => socket.destroy());
        socket.on('close', () => {
          client.destroy();
          logto.destroy();
          this.#sockets.delete(socket);
        });
      }
    });
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Nothing goes through until the returned function is called. */
  shut(): () => void {
    this.#isShut = true;
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    return () => {
      this.#isShut = false;
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.shut();
    this.#server.close();
  }
}

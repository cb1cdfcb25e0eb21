import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as the connector was given it. */
export interface Message {
  to: string;
  type: string;
  payload: { code: string; locale?: string; application?: { id: string; name: string } };
  ip?: string;
}

/** Where the test connector posts its messages. */
export interface Mailbox extends AsyncDisposable {
  readonly url: string;
  readonly messages: Message[];
  /** The last code that went to an address. */
  codeFor(address: string): string;
  /** The next messages fail with this `ConnectorError`, until it is taken back with `undefined`. */
  fail(error?: { code: string; data?: unknown }): void;
}

export async function openMailbox(): Promise<Mailbox> {
  const messages: Message[] = [];
  let failure: { code: string; data?: unknown } | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    messages.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.statusCode = failure ? 500 : 200;
    response.end(JSON.stringify(failure ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    codeFor(address) {
      const message = messages.findLast(({ to }) => to === address);
      if (!message) {
        throw new Error(`No message went to ${address}`);
      }
      return message.payload.code;
    },
    fail(error) {
      failure = error;
    },
    [Symbol.asyncDispose]: close,
  };
}

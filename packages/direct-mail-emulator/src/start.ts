import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Authenticator } from './api/authenticate.ts';
import { DirectMailApi } from './api/direct-mail-api.ts';
import { RateLimit } from './api/rate-limit.ts';
import { createApp } from './app.ts';
import type { Fault, FaultRule } from './faults/fault-rule.ts';
import { Faults } from './faults/faults.ts';
import { Mailbox } from './mailbox/mailbox.ts';
import type { Message } from './mailbox/message.ts';
import { type MessageFilter, messagePredicate } from './mailbox/message-filter.ts';
import { type MessageWait, waitForMessage } from './mailbox/wait-for-message.ts';
import { type DirectMailEmulatorOptions, withDefaults } from './options.ts';

/** A running emulator. `await using` closes it. */
export type DirectMailEmulator = AsyncDisposable & {
  /** Where it listens, such as `http://localhost:3010`: the API's endpoint and the inbox. */
  readonly url: string;
  /** The mails it keeps, the newest first. */
  messages(filter?: MessageFilter): Message[];
  /**
   * Waits for a mail. @param options.timeout milliseconds, 10,000 by default
   * @throws when the time is up
   */
  waitForMessage(options: MessageWait & { timeout?: number }): Promise<Message>;
  /** What goes wrong. `add` throws a TypeError for a rule that is none. */
  readonly faults: {
    add(rule: FaultRule): Fault;
    list(): Fault[];
    remove(id: string): boolean;
    clear(): void;
  };
  /** Forgets mails, faults, nonces and the count of calls. */
  reset(): Promise<void>;
  /** Ends it, open connections included. */
  close(): Promise<void>;
};

// Node's own limit is 16 KB, which a mail in a query (80 KB, each byte written as `%XX`) exceeds.
const maxHeaderSize = 512 * 1024;

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const local = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
  return `http://${local ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Starts Direct Mail on this machine. @throws when it cannot listen, such as `EADDRINUSE` */
export async function startDirectMailEmulator(
  options: DirectMailEmulatorOptions = {},
): Promise<DirectMailEmulator> {
  const settings = withDefaults(options);
  const { host, now, senders, templates } = settings;
  const mailbox = new Mailbox({ messages: settings.maxMessages, bytes: settings.maxBytes }, now);
  const faults = new Faults();
  const authenticator = new Authenticator(settings.accessKeys);
  const rateLimit = new RateLimit(settings.requestsPerSecond);
  const account = { senders, templates };
  const api = new DirectMailApi({ account, authenticator, rateLimit, mailbox, faults, now });
  const { maxMessages, requestsPerSecond } = settings;
  const accessKeyIds = settings.accessKeys.map(({ accessKeyId }) => accessKeyId);
  const info = { accessKeyIds, senders, maxMessages, requestsPerSecond };
  const app = createApp(host, { api, mailbox, faults, info });
  // HTTP/1.1: the adapter's type covers HTTP/2 servers too.
  const serverOptions = { maxHeaderSize };
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server;
  await listen(server, settings.port, host);

  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: urlOf(server, host),
    messages: (filter = {}) => mailbox.list().filter(messagePredicate(filter)),
    waitForMessage: async ({ timeout = 10_000, ...wait }) => {
      const message = await waitForMessage(mailbox, wait, timeout);
      if (!message) {
        throw new Error(`No mail to ${wait.to} came in ${timeout / 1000} seconds`);
      }
      return message;
    },
    faults: {
      add: (rule) => faults.add(rule),
      list: () => faults.list(),
      remove: (id) => faults.remove(id),
      clear: () => faults.clear(),
    },
    reset: async () => {
      mailbox.clear();
      faults.clear();
      authenticator.reset();
      rateLimit.clear();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

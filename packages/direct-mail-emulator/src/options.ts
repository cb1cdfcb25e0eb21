import type { AccessKey } from './api/authenticate.ts';
import type { MailTemplate } from './api/mail-content.ts';

/** How to start the emulator. Everything has a default. */
export interface DirectMailEmulatorOptions {
  /** 3010 by default; 0 takes a free one. */
  port?: number;
  /** Address to listen on: 127.0.0.1 by default, so that only this machine reaches it. */
  host?: string;
  /** Keys that may call; by default one, `testid` with the secret `testsecret`. */
  accessKeys?: readonly AccessKey[];
  /** Sender addresses that are set up; by default `no-reply@mail.example.com`. */
  senders?: readonly string[];
  /** Templates by their id, for the parameter `Template`; none by default. */
  templates?: Readonly<Record<string, MailTemplate>>;
  /** Calls that one key may make in any second: 100 by default, as the real service. */
  requestsPerSecond?: number;
  /** Mails kept: 10,000 by default. The oldest go first. */
  maxMessages?: number;
  /** Bytes of mail kept: 256 MiB by default. The oldest go first. */
  maxBytes?: number;
  /** The clock; timestamps of requests are checked against it. */
  now?: () => Date;
}

export const defaults = {
  port: 3010,
  host: '127.0.0.1',
  accessKeys: [{ accessKeyId: 'testid', accessKeySecret: 'testsecret' }],
  senders: ['no-reply@mail.example.com'],
  templates: {},
  requestsPerSecond: 100,
  maxMessages: 10_000,
  maxBytes: 256 * 1024 * 1024,
  now: () => new Date(),
} satisfies DirectMailEmulatorOptions;

/** Fills in the defaults; an option that is there but undefined counts as not given. */
export function withDefaults(
  options: DirectMailEmulatorOptions,
): Required<DirectMailEmulatorOptions> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}

import type { Clock } from './clock.ts';

/** How an emulator is started; everything has a default. */
export interface LogtoEmulatorOptions {
  /** Port to listen on, 3001; 0 takes a free one. */
  port?: number;
  /** Interface to listen on, 127.0.0.1. Anything else lets other machines in. */
  host?: string;
  /** Folders of connector packages. */
  connectors?: readonly string[];
  /** Same seed, same ids, keys and secrets; without it they are random. */
  seed?: string;
  /** The time, for tests that move it: see `createClock`. */
  clock?: Clock;
  /** A file that keeps the state over restarts; without it, everything is in memory. */
  data?: string;
  /** Lifetimes of users' tokens in seconds; what is not given is as in Logto. */
  ttl?: { accessToken?: number };
  /** Writes verification codes to standard error, false. */
  logCodes?: boolean;
}

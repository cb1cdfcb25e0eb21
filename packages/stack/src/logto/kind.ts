import type { DirectMailAccount, LogtoAccess } from '@dm-kit/provision';
import { StackError } from '../errors.ts';
import type { Part } from '../part.ts';
import type { Ports } from '../ports.ts';
import type { OnProgress } from '../progress.ts';
import type { PackageFolder } from '../watch-packages.ts';

export interface LogtoOptions {
  ports: Ports;
  /** Seconds that an access token lives. */
  accessTokenTtl?: number | undefined;
  /** Ids, keys and secrets come out the same for the same text. */
  seed?: string | undefined;
  /** What it knows outlives a restart after a change. */
  watch?: boolean | undefined;
  /** The project of Docker Compose. */
  composeProject?: string | undefined;
  signal?: AbortSignal | undefined;
  onProgress: OnProgress;
}

/** A Logto, the Direct Mail it sends with, and how to manage it. */
export interface RunningLogto {
  /** What was started for it, to watch and to stop. */
  parts: Part[];
  /** What a person calls it: `Logto emulator`. */
  name: string;
  url: string;
  access: LogtoAccess;
  /** Whether it was there before, and is there afterwards. */
  staysUp?: boolean;
  /** starts again what runs this package: it was built again. */
  rebuilt(folder: PackageFolder): Promise<void>;
  directMail: {
    /** Where one sees the mails: the emulator's inbox and API, or the console of the real Direct Mail. */
    url: string;
    /** Whether that is the emulator's inbox, where one may look for a mail. */
    inbox: boolean;
    /** The account as the connector gets it: its `endpoint` is where **Logto** finds Direct Mail. */
    account: DirectMailAccount;
  };
}

/** How one kind of Logto comes to run. Nothing outside these modules asks which kind it is. */
export type StartLogto = (options: LogtoOptions) => Promise<RunningLogto>;

/** For a Logto that has its own lifetimes. @throws {StackError} when another one is asked for. */
export function refuseTtl({ accessTokenTtl }: LogtoOptions): void {
  if (accessTokenTtl === undefined) {
    return;
  }
  throw new StackError('Only the emulator can issue access tokens of another lifetime.');
}

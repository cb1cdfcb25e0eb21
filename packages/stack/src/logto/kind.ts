import type { DirectMailAccount, LogtoAccess } from '@dm-kit/provision';
import type { Part } from '../part.ts';
import type { Ports } from '../ports.ts';
import type { OnProgress } from '../progress.ts';

export type LogtoOptions = {
  ports: Pick<Ports, 'logto' | 'directMail'>;
  /** Seconds that an access token lives. */
  accessTokenTtl?: number | undefined;
  /** Ids, keys and secrets come out the same for the same text. */
  seed?: string | undefined;
  /** Starts the emulators again when their builds change. */
  watch?: boolean | undefined;
  signal?: AbortSignal | undefined;
  onProgress: OnProgress;
};

/** A Logto, the Direct Mail it sends with, and how to manage it. */
export type RunningLogto = {
  /** What was started for it, to watch and to stop. */
  parts: Part[];
  /** What a person calls it: `Logto emulator`. */
  name: string;
  url: string;
  access: LogtoAccess;
  directMail: {
    /** Where one sees the mails: the emulator's inbox and API, or the console of the real Direct Mail. */
    url: string;
    /** The account as the connector gets it: its `endpoint` is where **Logto** finds Direct Mail. */
    account: DirectMailAccount;
  };
};

/** How one kind of Logto comes to run. Nothing outside these modules asks which kind it is. */
export type StartLogto = (options: LogtoOptions) => Promise<RunningLogto>;

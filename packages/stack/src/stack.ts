import type { LogtoAccess, Placeholders } from '@dm-kit/provision';
import { samples as registry, type Sample } from '@dm-kit/samples';
import type { StackError } from './errors.ts';
import { type LogtoKind, logtoKinds } from './logto/index.ts';
import { fixedPorts, type Ports } from './ports.ts';
import type { OnProgress } from './progress.ts';
import { startSamples } from './samples/start-samples.ts';
import { setUp } from './set-up.ts';
import { Supervisor } from './supervisor.ts';
import { watchPackages } from './watch-packages.ts';

export interface StackOptions {
  /** Which Logto; the emulator unless told. */
  logto?: LogtoKind | undefined;
  /** Which samples; those of the registry unless told. */
  samples?: Sample[] | undefined;
  /** `fixed`: 3001, 3010 and those of the samples; `free`: whichever nobody uses. */
  ports?: 'fixed' | 'free' | undefined;
  /** Seconds that an access token lives (emulator only). */
  accessTokenTtl?: number | undefined;
  /** The emulator's ids, keys and secrets come out the same for the same text. */
  seed?: string | undefined;
  /** Samples and emulators follow changes. */
  watch?: boolean | undefined;
  /** Replace another e-mail connector of that Logto; its configuration is lost. */
  replaceConnector?: boolean | undefined;
  /** The project of Docker Compose, `dm-kit` unless told; one of another name is deleted at the end, its data too. */
  composeProject?: string | undefined;
  /** Gives the start up: whatever runs by then is stopped. */
  signal?: AbortSignal | undefined;
  onProgress?: OnProgress | undefined;
}

export type Stack = AsyncDisposable & {
  /** The samples by their names. */
  samples: Record<string, StartedSample>;
  /** `staysUp`: it was there before, and is there afterwards. */
  logto: { name: string; url: string; access: LogtoAccess; staysUp: boolean };
  /** Where one sees the mails: the emulator's inbox and API, or the console of the real Direct Mail. */
  directMail: { url: string };
  /** Resolves when a part ended although nobody stopped it; everything else has been stopped by then. */
  crashed: Promise<StackError>;
  stop(): Promise<void>;
};

/** A sample of a running stack. */
export interface StartedSample {
  /** As a person calls it: `Angular sample`. */
  name: string;
  url: string;
  /** What its settings are made of, to start another one alike, or with something wrong in it. */
  placeholders: Placeholders;
}

const noPorts: Ports = { logto: 0, directMail: 0 };

/**
 * Starts Direct Mail, Logto and both samples, and sets Logto up for them.
 * @throws {StackError} or a ProvisionError: one sentence; nothing is left running.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { samples = registry, ports = 'fixed', watch = false, onProgress = () => {} } = options;
  const kind = logtoKinds[options.logto ?? 'emulator'];
  const supervisor = new Supervisor();
  const signal = AbortSignal.any([supervisor.signal, ...(options.signal ? [options.signal] : [])]);
  try {
    const logto = await kind.start({
      ...options,
      ports: ports === 'free' ? noPorts : fixedPorts,
      onProgress,
      signal,
    });
    for (const part of logto.parts) {
      supervisor.add(part);
    }
    if (watch) {
      supervisor.add(watchPackages(logto.rebuilt, onProgress));
    }
    const running = await startSamples({
      samples,
      ports,
      watch,
      setUp: (urls) =>
        setUp({
          ...options,
          ...logto,
          samples,
          urls,
          onNote: (text) => onProgress({ event: 'note', text }),
        }),
      signal,
      onProgress,
    });
    const started: Stack['samples'] = {};
    for (const [key, { part, placeholders }] of Object.entries(running)) {
      const { name, url } = supervisor.add(part);
      started[key] = { name, url, placeholders };
    }
    // Ctrl-C or a crash in the last moment.
    signal.throwIfAborted();
    return {
      samples: started,
      logto: {
        name: logto.name,
        url: logto.url,
        access: logto.access,
        staysUp: logto.staysUp ?? false,
      },
      directMail: { url: logto.directMail.url },
      crashed: supervisor.crashed,
      stop: () => supervisor.stop(),
      [Symbol.asyncDispose]: () => supervisor.stop(),
    };
  } catch (error) {
    await supervisor.stop();
    // What follows a crash ("Logto does not answer") is not its reason.
    throw supervisor.signal.aborted ? supervisor.signal.reason : error;
  }
}

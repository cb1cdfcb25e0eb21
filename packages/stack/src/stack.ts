import type { LogtoAccess } from '@dm-kit/provision';
import type { StackError } from './errors.ts';
import { type LogtoKind, logtoKinds } from './logto/index.ts';
import { fixedPorts, type Ports } from './ports.ts';
import type { OnProgress } from './progress.ts';
import { type Settings, startSamples, startWatchedSamples } from './samples.ts';
import { setUp } from './set-up.ts';
import { Supervisor } from './supervisor.ts';
import { watchPackages } from './watch-packages.ts';

export interface StackOptions {
  /** Which Logto; the emulator unless told. */
  logto?: LogtoKind | undefined;
  /** `fixed`: 3000, 4200, 3001, 3010; `free`: whichever nobody uses. */
  ports?: 'fixed' | 'free' | undefined;
  /** Seconds that an access token lives (emulator only). */
  accessTokenTtl?: number | undefined;
  /** The emulator's ids, keys and secrets come out the same for the same text. */
  seed?: string | undefined;
  /** Samples and emulators follow changes; fixed ports only. Writes the local settings. */
  watch?: boolean | undefined;
  /** Write the samples' local settings, so that a sample can also be started by hand. */
  writeSettings?: boolean | undefined;
  /** Replace another e-mail connector of that Logto; its configuration is lost. */
  replaceConnector?: boolean | undefined;
  /** Gives the start up: whatever runs by then is stopped. */
  signal?: AbortSignal | undefined;
  onProgress?: OnProgress | undefined;
}

export type Stack = AsyncDisposable & {
  angular: { url: string };
  nextjs: { url: string };
  logto: { name: string; url: string; access: LogtoAccess };
  /** Where one sees the mails: the emulator's inbox and API, or the console of the real Direct Mail. */
  directMail: { url: string };
  /** What the samples were started with, to start another one alike, or with something wrong in it. */
  settings: Settings;
  /** Resolves when a part ended although nobody stopped it; everything else has been stopped by then. */
  crashed: Promise<StackError>;
  stop(): Promise<void>;
};

const noPorts: Ports = { nextjs: 0, angular: 0, logto: 0, directMail: 0 };

/**
 * Starts Direct Mail, Logto and both samples, and sets Logto up for them.
 * @throws {StackError} or a ProvisionError: one sentence; nothing is left running.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { watch = false, onProgress = () => {} } = options;
  const ports = options.ports === 'free' ? noPorts : fixedPorts;
  const kind = logtoKinds[options.logto ?? 'emulator'];
  const supervisor = new Supervisor();
  const signal = AbortSignal.any([supervisor.signal, ...(options.signal ? [options.signal] : [])]);
  try {
    const logto = await kind.start({ ...options, ports, onProgress, signal });
    for (const part of logto.parts) {
      supervisor.add(part);
    }
    if (watch) {
      supervisor.add(watchPackages(logto.rebuilt, onProgress));
    }
    const start = watch ? startWatchedSamples : startSamples;
    const { angular, nextjs, settings } = await start({
      ports,
      setUp: (apps) =>
        setUp({
          ...options,
          ...logto,
          apps,
          writeSettings: watch || options.writeSettings,
          onNote: (text) => onProgress({ event: 'note', text }),
        }),
      signal,
      onProgress,
    });
    supervisor.add(angular);
    supervisor.add(nextjs);
    // Ctrl-C or a crash in the last moment.
    signal.throwIfAborted();
    return {
      angular: { url: angular.url },
      nextjs: { url: nextjs.url },
      logto: { name: logto.name, url: logto.url, access: logto.access },
      directMail: { url: logto.directMail.url },
      settings,
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

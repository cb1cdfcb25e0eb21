import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type DirectMailEmulator,
  type DirectMailEmulatorOptions,
  startDirectMailEmulator,
} from '@dm-kit/direct-mail-emulator';
import {
  type LogtoEmulator,
  type LogtoEmulatorOptions,
  startLogtoEmulator,
} from '@dm-kit/logto-emulator';
import {
  emulatedAccount,
  parseApplicationConfig,
  provision,
  wantedApplication,
} from '@dm-kit/provision';
// By their files, not by the package: only so does the bundler write them out into our own declarations.
import type { ApplicationConfig } from '../../provision/src/application-config.ts';
import type { LogtoAccess } from '../../provision/src/logto.ts';
import type { Placeholders } from '../../provision/src/settings-values.ts';
import { deleteUsers } from './delete-users.ts';

export type { ApplicationConfig, LogtoAccess, Placeholders };

/** How to start. Everything has a default. */
export interface LocalOptions {
  /**
   * The applications to register, each by a name of your choice: what `local.config.json` holds, of which `type`, `url`
   * and `redirectUris` are needed.
   */
  applications?: Record<
    string,
    Pick<ApplicationConfig, 'type' | 'url' | 'redirectUris'> & Partial<ApplicationConfig>
  >;
  /** Options of the Logto emulator, such as `port` (3001; 0 takes a free one), `seed`, `data`. */
  logto?: Omit<LogtoEmulatorOptions, 'connectors'>;
  /** Options of the Direct Mail emulator, such as `port` (3010; 0 takes a free one). */
  directMail?: DirectMailEmulatorOptions;
}

/** What runs. `await using` closes it. */
export interface Local extends AsyncDisposable {
  /** Where Logto is: `http://localhost:3001`. */
  readonly url: string;
  /** Where one reads the mails, and Direct Mail's API: `http://localhost:3010`. */
  readonly inbox: string;
  /** The machine-to-machine client that may manage this Logto, and where it does so. */
  readonly management: LogtoAccess;
  /** What each application has to know, by its name. */
  readonly applications: Readonly<Record<string, Placeholders>>;
  /** The emulators themselves: mails, faults, and what else they can. */
  readonly logto: LogtoEmulator;
  readonly directMail: DirectMailEmulator;
  /** Users and mails gone, set up as at the start. The applications stay the same. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts Logto and Direct Mail with the connector between them, and registers the applications.
 * @throws when a port is taken, or when an application's description is wrong: one sentence
 */
export async function startLocal(options: LocalOptions = {}): Promise<Local> {
  const configs = Object.entries(options.applications ?? {}).map(
    ([key, config]) =>
      [key, parseApplicationConfig({ name: key, ...config }, `Application "${key}"`)] as const,
  );
  const directMail = await startDirectMailEmulator(options.directMail);
  const connectors = [connectorFolder()];
  const logto = await startLogtoEmulator({ ...options.logto, connectors }).catch(
    async (error: unknown) => {
      await directMail.close();
      throw error;
    },
  );
  const close = async () => void (await Promise.all([logto.close(), directMail.close()]));
  const management: LogtoAccess = { endpoint: logto.url, ...logto.m2m };
  const setUp = () =>
    provision({
      logto: management,
      directMail: { ...emulatedAccount, endpoint: directMail.url },
      applications: configs.map(([key, config]) => wantedApplication(key, config)),
    });
  const { registrations } = await setUp().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const applications = Object.fromEntries(
    configs.flatMap(([key, { url }]) => {
      const registration = registrations[key];
      return registration ? [[key, { ...registration, url, inbox: directMail.url }]] : [];
    }),
  );
  return {
    url: logto.url,
    inbox: directMail.url,
    management,
    applications,
    logto,
    directMail,
    async reset() {
      await deleteUsers(management);
      await directMail.reset();
      await setUp();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function connectorFolder(): string {
  const manifest = import.meta.resolve('@dm-kit/connector-aliyun-dm/package.json');
  return dirname(fileURLToPath(manifest));
}

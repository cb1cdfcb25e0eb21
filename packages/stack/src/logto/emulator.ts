import { join } from 'node:path';
import { emulatedAccount } from '@dm-kit/provision';
import { requireBuild } from '../built.ts';
import { directMailName, startDirectMail } from '../direct-mail.ts';
import type { Part } from '../part.ts';
import { builtFiles, repositoryRoot } from '../paths.ts';
import { startProcess } from '../process/start-process.ts';
import { reported } from '../progress.ts';
import { readyLine } from '../ready-line.ts';
import { startRestartable } from '../restartable.ts';
import { startTogether } from '../start-together.ts';
import type { LogtoOptions, RunningLogto } from './kind.ts';

const stateFile = join(repositoryRoot, 'packages/stack/dist/logto-emulator.json');

export const logtoEmulatorName = 'Logto emulator';

export type LogtoEmulatorOptions = Omit<LogtoOptions, 'ports' | 'onProgress'> & {
  /** 0: a free one. */
  port: number;
  onOutput?: ((line: string) => void) | undefined;
};

interface Ready {
  url: string;
  m2m: { appId: string; appSecret: string; resource: string };
}

/** Starts the Logto emulator with the connector of this repository in it. */
export async function startLogtoEmulator({
  port,
  accessTokenTtl,
  seed,
  watch = false,
  ...options
}: LogtoEmulatorOptions): Promise<Part & Ready> {
  requireBuild(logtoEmulatorName, builtFiles.logto);
  requireBuild('connector', join(builtFiles.connector, 'lib/index.js'));
  const { ready, ...process } = await startProcess<Ready>({
    ...options,
    name: logtoEmulatorName,
    command: [
      'node',
      builtFiles.logto,
      ...['--port', String(port)],
      ...['--connector', builtFiles.connector],
      ...(accessTokenTtl === undefined ? [] : ['--access-token-ttl', String(accessTokenTtl)]),
      ...(seed === undefined ? [] : ['--seed', seed]),
      // What it knows outlives a restart after a change.
      ...(watch ? ['--data', stateFile] : []),
      '--json',
    ],
    port,
    ready: { line: readyLine },
  });
  return { ...process, ...ready };
}

/** Both emulators: nothing to install, nothing to configure. */
export async function startEmulatedLogto(options: LogtoOptions): Promise<RunningLogto> {
  const { ports, onProgress, watch, accessTokenTtl, seed } = options;
  const [directMail, logto] = await startTogether(
    options.signal,
    (signal) =>
      reported(onProgress, directMailName, (onOutput) =>
        startRestartable(() => startDirectMail({ port: ports.directMail, signal, onOutput })),
      ),
    (signal) =>
      reported(onProgress, logtoEmulatorName, (onOutput) =>
        startRestartable(() =>
          startLogtoEmulator({ port: ports.logto, accessTokenTtl, seed, watch, signal, onOutput }),
        ),
      ),
  );
  return {
    parts: [directMail, logto],
    name: logtoEmulatorName,
    url: logto.url,
    access: { endpoint: logto.url, ...logto.m2m },
    rebuilt: (folder) => (folder === 'direct-mail-emulator' ? directMail : logto).restart(),
    directMail: {
      url: directMail.url,
      inbox: true,
      account: { ...emulatedAccount, endpoint: directMail.url },
    },
  };
}

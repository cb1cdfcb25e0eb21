import { join } from 'node:path';
import { EMULATED_ACCOUNT } from '@dm-kit/provision';
import { requireBuild } from '../built.ts';
import { DIRECT_MAIL, startDirectMail } from '../direct-mail.ts';
import type { Part } from '../part.ts';
import { BUILT, ROOT } from '../paths.ts';
import { startProcess } from '../process/start-process.ts';
import { reported } from '../progress.ts';
import { readyLine } from '../ready-line.ts';
import { startRestartable } from '../restartable.ts';
import { startTogether } from '../start-together.ts';
import type { LogtoOptions, RunningLogto } from './kind.ts';

const STATE = join(ROOT, 'packages/stack/dist/logto-emulator.json');

export const LOGTO_EMULATOR = 'Logto emulator';

export type LogtoEmulatorOptions = Omit<LogtoOptions, 'ports' | 'onProgress'> & {
  /** 0: a free one. */
  port: number;
  onOutput?: ((line: string) => void) | undefined;
};

type Ready = { url: string; m2m: { appId: string; appSecret: string; resource: string } };

/** Starts the Logto emulator with the connector of this repository in it. */
export async function startLogtoEmulator({
  port,
  accessTokenTtl,
  seed,
  watch = false,
  ...options
}: LogtoEmulatorOptions): Promise<Part & Ready> {
  requireBuild(LOGTO_EMULATOR, BUILT.logto);
  requireBuild('connector', join(BUILT.connector, 'lib/index.js'));
  const { ready, ...process } = await startProcess<Ready>({
    ...options,
    name: LOGTO_EMULATOR,
    command: [
      'node',
      BUILT.logto,
      ...['--port', String(port)],
      ...['--connector', BUILT.connector],
      ...(accessTokenTtl === undefined ? [] : ['--access-token-ttl', String(accessTokenTtl)]),
      ...(seed === undefined ? [] : ['--seed', seed]),
      // What it knows outlives a restart after a change.
      ...(watch ? ['--data', STATE] : []),
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
      reported(onProgress, DIRECT_MAIL, (onOutput) =>
        startRestartable(() => startDirectMail({ port: ports.directMail, signal, onOutput })),
      ),
    (signal) =>
      reported(onProgress, LOGTO_EMULATOR, (onOutput) =>
        startRestartable(() =>
          startLogtoEmulator({ port: ports.logto, accessTokenTtl, seed, watch, signal, onOutput }),
        ),
      ),
  );
  return {
    parts: [directMail, logto],
    name: LOGTO_EMULATOR,
    url: logto.url,
    access: { endpoint: logto.url, ...logto.m2m },
    rebuilt: (folder) => (folder === 'direct-mail-emulator' ? directMail : logto).restart(),
    directMail: {
      url: directMail.url,
      inbox: true,
      account: { ...EMULATED_ACCOUNT, endpoint: directMail.url },
    },
  };
}

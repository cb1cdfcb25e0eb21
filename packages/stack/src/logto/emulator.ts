import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Local, LocalOptions } from '@dm-kit/local';
import { isFree } from '@dm-kit/processes';
import { emulatedAccount } from '@dm-kit/provision';
import { requireBuild } from '../built.ts';
import { directMailName } from '../direct-mail.ts';
import { portTaken } from '../errors.ts';
import type { Part } from '../part.ts';
import { builtFiles, repositoryRoot } from '../paths.ts';
import { startProcess } from '../process/start-process.ts';
import { reported } from '../progress.ts';
import { readyLine } from '../ready-line.ts';
import { startRestartable } from '../restartable.ts';
import type { LogtoOptions, RunningLogto } from './kind.ts';

const stateFile = join(repositoryRoot, 'packages/stack/dist/logto-emulator.json');

const emulatorsName = 'Logto and Direct Mail emulators';

/** Both emulators: nothing to install, nothing to configure. */
export async function startEmulatedLogto(options: LogtoOptions): Promise<RunningLogto> {
  const { onProgress } = options;
  const emulators = await reported(onProgress, emulatorsName, (onOutput) =>
    startRestartable(() => startEmulators({ ...options, onOutput })),
  );
  const { url, inbox, management } = emulators;
  return {
    parts: [emulators],
    name: 'Logto emulator',
    url,
    access: management,
    rebuilt: () => emulators.restart(),
    directMail: {
      url: inbox,
      inbox: true,
      account: { ...emulatedAccount, endpoint: inbox },
    },
  };
}

type Ready = Pick<Local, 'url' | 'inbox' | 'management'>;

async function startEmulators(
  options: Omit<LogtoOptions, 'onProgress'> & { onOutput: (line: string) => void },
): Promise<Part & Ready> {
  const { ports, accessTokenTtl, seed, watch = false, signal, onOutput } = options;
  requireBuild(emulatorsName, builtFiles.local);
  if (ports.directMail !== 0 && !(await isFree(ports.directMail))) {
    throw await portTaken({ name: directMailName, port: ports.directMail });
  }
  if (watch) {
    await mkdir(dirname(stateFile), { recursive: true });
  }
  const local: LocalOptions = {
    logto: {
      port: ports.logto,
      ...(accessTokenTtl !== undefined && { ttl: { accessToken: accessTokenTtl } }),
      ...(seed !== undefined && { seed }),
      // What it knows outlives a restart after a change.
      ...(watch && { data: stateFile }),
    },
    directMail: { port: ports.directMail },
  };
  const { ready, ...running } = await startProcess<Ready>({
    name: emulatorsName,
    command: ['node', join(import.meta.dirname, 'local-process.ts'), JSON.stringify(local)],
    port: ports.logto,
    ready: { line: readyLine },
    signal,
    onOutput,
  });
  return { ...running, ...ready };
}

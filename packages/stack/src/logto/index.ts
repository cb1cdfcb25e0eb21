import { directMailPort, logtoPort, type NeededPort } from '../needed-ports.ts';
import { requireDocker, startDockerLogto } from './docker.ts';
import { startEmulatedLogto } from './emulator.ts';
import { requireSettings, startExternalLogto } from './external.ts';
import type { StartLogto } from './kind.ts';

interface Kind {
  start: StartLogto;
  /** Whether what it needs is there, found out quickly. @throws what is missing, with the remedy. */
  check: () => Promise<void>;
  /** The ports on which it will itself start something: they must be free. */
  listensOn: NeededPort[];
}

/** The kinds of Logto, by the name that `--logto` takes. */
export const logtoKinds: Record<'emulator' | 'docker' | 'external', Kind> = {
  emulator: {
    start: startEmulatedLogto,
    check: async () => {},
    listensOn: [logtoPort, directMailPort],
  },
  // Docker says so itself when a port of its containers is in use.
  docker: { start: startDockerLogto, check: requireDocker, listensOn: [] },
  external: { start: startExternalLogto, check: requireSettings, listensOn: [directMailPort] },
};

export type LogtoKind = keyof typeof logtoKinds;

import type { NeededPort } from '../errors.ts';
import { directMailPort, logtoPort } from '../ports.ts';
import { dockerPorts, requireDocker, startDockerLogto } from './docker.ts';
import { startEmulatedLogto } from './emulator.ts';
import { requireSettings, startExternalLogto } from './external.ts';
import type { StartLogto } from './kind.ts';

interface Kind {
  start: StartLogto;
  /** Whether what it needs is there, found out quickly. @throws what is missing, with the remedy. */
  check: () => Promise<void>;
  /** The ports on which it will itself start something: they must be free. */
  listensOn: () => Promise<NeededPort[]>;
}

/** The kinds of Logto, by the name that `--logto` takes. */
export const logtoKinds: Record<'emulator' | 'docker' | 'external', Kind> = {
  emulator: {
    start: startEmulatedLogto,
    check: async () => {},
    listensOn: async () => [logtoPort, directMailPort],
  },
  docker: { start: startDockerLogto, check: requireDocker, listensOn: dockerPorts },
  external: {
    start: startExternalLogto,
    check: requireSettings,
    listensOn: async () => [directMailPort],
  },
};

export type LogtoKind = keyof typeof logtoKinds;

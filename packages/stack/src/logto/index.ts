import type { Ports } from '../ports.ts';
import { startDockerLogto } from './docker.ts';
import { startEmulatedLogto } from './emulator.ts';
import { startExternalLogto } from './external.ts';
import type { StartLogto } from './kind.ts';

type Kind = {
  start: StartLogto;
  /** The ports on which it will itself start something: they must be free. */
  listensOn: (keyof Ports)[];
};

/** The kinds of Logto, by the name that `--logto` takes. */
export const LOGTO_KINDS = {
  emulator: { start: startEmulatedLogto, listensOn: ['logto', 'directMail'] },
  // Docker says so itself when a port of its containers is in use.
  docker: { start: startDockerLogto, listensOn: [] },
  external: { start: startExternalLogto, listensOn: ['directMail'] },
} satisfies Record<string, Kind>;

export type LogtoKind = keyof typeof LOGTO_KINDS;

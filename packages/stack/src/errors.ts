import { describeTakenPort } from '@dm-kit/processes';

/**
 * What keeps the stack from running: one sentence that says what is wrong and what to do, and, where a part
 * said something itself, its last lines. Never holds a secret.
 */
export class StackError extends Error {
  override name = 'StackError';
  /** The last lines of the part's own output, if they help. */
  readonly output: string[];

  constructor(message: string, output: string[] = []) {
    super(message);
    this.output = output;
  }
}

/** A command line that is not understood: exit code 2. */
export class UsageError extends StackError {
  override name = 'UsageError';
}

/** A port that a part needs. */
export interface NeededPort {
  /** Of the part, as a person calls it: `Next.js sample`. */
  name: string;
  port: number;
  /** Whether it cannot be another one. */
  isFixed?: boolean;
}

/** Ports that parts need are in use; with free ports, others can be tried. */
export class PortTakenError extends StackError {
  override name = 'PortTakenError';
}

/** Says who has the ports, where the system tells it. */
export async function portTaken(...taken: NeededPort[]): Promise<PortTakenError> {
  const sentences = await Promise.all(
    taken.map(
      async ({ name, port }) => `${await describeTakenPort(port)}, and the ${name} needs it`,
    ),
  );
  const what =
    taken.length === 1 ? 'the program that listens there' : 'the programs that listen there';
  const other = taken.some(({ isFixed }) => isFixed)
    ? ''
    : ' (`pnpm demo --ports free` takes free ones)';
  return new PortTakenError(`${sentences.join('.\n    ')}: stop ${what}${other}.`);
}

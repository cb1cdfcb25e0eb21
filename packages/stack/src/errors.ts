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

/** The port that a part needs is in use; with a free port, another one can be tried. */
export class PortTakenError extends StackError {
  override name = 'PortTakenError';

  constructor(part: string, port: number) {
    super(
      `Port ${port} is in use, and the ${part} needs it: stop the program that listens there, or choose free ports with --ports free.`,
    );
  }
}

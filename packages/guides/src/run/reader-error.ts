/** Where a reader of a guide cannot go on, in one sentence. */
export class ReaderError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

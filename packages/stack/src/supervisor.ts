import type { StackError } from './errors.ts';
import type { Part } from './part.ts';

/** Keeps parts together: when one ends by itself, all end. */
export class Supervisor {
  readonly #parts: Part[] = [];
  readonly #giveUp = new AbortController();
  #stopping: Promise<void> | undefined;
  #reportCrash = (_: StackError) => {};

  /** The first part that ended by itself; by the time it resolves, the others have been stopped. */
  readonly crashed = new Promise<StackError>((resolve) => {
    this.#reportCrash = resolve;
  });

  /** Aborts when a part crashed: for what is being started meanwhile. */
  get signal(): AbortSignal {
    return this.#giveUp.signal;
  }

  add<Added extends Part>(part: Added): Added {
    this.#parts.push(part);
    void part.crashed.then(async (error) => {
      // Parts that depend on one another go down together; the first one is the reason.
      if (this.#stopping) {
        return;
      }
      this.#giveUp.abort(error);
      await this.stop();
      this.#reportCrash(error);
    });
    return part;
  }

  stop(): Promise<void> {
    this.#stopping ??= Promise.all(this.#parts.map((part) => part.stop())).then(() => {});
    return this.#stopping;
  }
}

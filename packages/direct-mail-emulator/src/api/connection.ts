import type { IncomingMessage, ServerResponse } from 'node:http';

/** The caller's connection, as far as a fault does something to it. */
export class Connection {
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse) {
    this.#incoming = incoming;
    this.#outgoing = outgoing;
  }

  /** Waits so many milliseconds, or for ever, but not longer than the caller does. */
  wait(time?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = time === undefined ? undefined : setTimeout(resolve, time);
      const over = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.#outgoing.destroyed) {
        over();
      } else {
        this.#outgoing.once('close', over);
      }
    });
  }

  /** Cuts it with a TCP reset. */
  reset(): void {
    this.#incoming.socket.resetAndDestroy();
  }
}

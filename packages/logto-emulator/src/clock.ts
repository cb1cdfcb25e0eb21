import { AsyncLocalStorage } from 'node:async_hooks';

/** Where the emulator takes the time from, so that a test can move it. */
export interface Clock {
  now(): Date;
}

/** A clock that a test moves: it runs on with the real time, plus what it was advanced by. */
export interface MovableClock extends Clock {
  /** Moves the clock forward (or, with a negative number, back) by so many milliseconds. */
  advance(milliseconds: number): void;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock to hand to `startLogtoEmulator({ clock })`.
 *
 * @param start the instant at which it stands still until it is advanced; without it, the clock runs.
 */
export function createClock(start?: Date): MovableClock {
  let offset = 0;
  return {
    now: () => new Date((start?.getTime() ?? Date.now()) + offset),
    advance(milliseconds) {
      offset += milliseconds;
    },
  };
}

const current = new AsyncLocalStorage<Clock>();

/** Runs something by an emulator's clock, for code that has no other way to it: `oidc-provider`. */
export function withClock<T>(clock: Clock, run: () => T): T {
  return current.run(clock, run);
}

/** Milliseconds since 1970, by the clock of the emulator whose request is being answered. */
export function currentTime(): number {
  return (current.getStore() ?? systemClock).now().getTime();
}

/** Spans of time in seconds. */
export const hour = 60 * 60;
export const day = 24 * hour;

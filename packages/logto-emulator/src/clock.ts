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

/** The clocks of the emulators in this process, the oldest first, and how many emulators go by each. */
const running = new Map<Clock, number>();

const current = new AsyncLocalStorage<Clock>();

/** An emulator begins to go by this clock. @returns To be called when it ends. */
export function startClock(clock: Clock): () => void {
  running.set(clock, (running.get(clock) ?? 0) + 1);
  return () => {
    const left = (running.get(clock) ?? 0) - 1;
    if (left > 0) running.set(clock, left);
    else running.delete(clock);
  };
}

/** Runs something by an emulator's clock, for code that has no other way to it: `oidc-provider`. */
export function withClock<T>(clock: Clock, run: () => T): T {
  // To follow what is asynchronous makes every promise dearer, in all a fifth of a sign-in: only where
  // there are several clocks to tell apart.
  return running.size > 1 ? current.run(clock, run) : run();
}

/** Milliseconds since 1970, by the clock of the emulator whose request is being answered. */
export function currentTime(): number {
  // What began while there was one clock goes by that one: the oldest.
  const [oldest = systemClock] = running.keys();
  return (current.getStore() ?? oldest).now().getTime();
}

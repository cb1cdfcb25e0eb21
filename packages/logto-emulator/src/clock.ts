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

/** The emulators in this process, the oldest first, each with the clock that it goes by. */
const running = new Set<{ clock: Clock }>();

const current = new AsyncLocalStorage<Clock>();

/** An emulator begins to go by this clock. @returns To be called when it ends; once more does no harm. */
export function startClock(clock: Clock): () => void {
  const emulator = { clock };
  running.add(emulator);
  return () => void running.delete(emulator);
}

/** Runs something by an emulator's clock, for code that has no other way to it: `oidc-provider`. */
export function withClock<T>(clock: Clock, run: () => T): T {
  // To follow what is asynchronous makes every promise dearer, in all a fifth of a sign-in: only where
  // there are several emulators to tell apart.
  return running.size > 1 ? current.run(clock, run) : run();
}

/** Milliseconds since 1970, by the clock of the emulator whose request is being answered. */
export function currentTime(): number {
  // What began while there was one emulator is of that one: the oldest.
  const [oldest] = running;
  return (current.getStore() ?? oldest?.clock ?? systemClock).now().getTime();
}

import type { StackError } from './errors.ts';

/** Something that runs: a process, a server of our own, containers. */
export interface Part {
  /** As a person calls it: `Next.js sample`. */
  name: string;
  /** Where the browser finds it, without a slash at the end. */
  url: string;
  /** Resolves when the part ends although nobody stopped it. */
  crashed: Promise<StackError>;
  /** Ends the part and whatever it started. May be called again. */
  stop(): Promise<void>;
}

/** For a part that cannot end by itself. */
export const neverCrashes = new Promise<never>(() => {});

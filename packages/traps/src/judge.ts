import type { Result } from './suite.ts';

/** Without all hardening: the tests of the base alone have to pass. */
export const everything = 'all of them';

/** With all hardening: every test has to pass. */
export const asItIs = 'as it is';

export interface Verdict {
  trap: string;
  /** How many tests belong to it, and how many of them fail without it. */
  own: number;
  failed: number;
  /** What is not as it should be, a sentence each. */
  faults: string[];
}

/** The tests that fail, and should not. */
export function strays(trap: string, results: readonly Result[]): Result[] {
  return results.filter(({ traps, passed }) => {
    const mayFail = trap === everything ? traps.length > 0 : traps.includes(trap);
    return !passed && !mayFail;
  });
}

/** Whether the tests of a trap fail without it, and no others do. */
export function judge(trap: string, results: readonly Result[]): Verdict {
  const faults = strays(trap, results).map(({ title }) => `Fails: ${title}`);
  if (trap === everything || trap === asItIs) {
    return { trap, own: 0, failed: 0, faults };
  }
  const own = results.filter(({ traps }) => traps.includes(trap));
  if (own.length === 0) {
    faults.unshift(`No test is tagged @trap:${trap}.`);
  }
  for (const { title, passed } of own) {
    if (passed) {
      faults.push(`Passes without it: ${title}`);
    }
  }
  return { trap, own: own.length, failed: own.filter(({ passed }) => !passed).length, faults };
}

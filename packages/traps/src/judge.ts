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

/** Whether the tests of a trap fail without it, and no others do. */
export function judge(trap: string, without: readonly Result[]): Verdict {
  if (trap === everything || trap === asItIs) {
    const count = without.filter(({ traps }) => trap === asItIs || traps.length === 0);
    return { trap, own: 0, failed: 0, faults: failuresOf(count) };
  }
  const own = without.filter(({ traps }) => traps.includes(trap));
  const rest = without.filter(({ traps }) => !traps.includes(trap));
  const faults = failuresOf(rest);
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

function failuresOf(results: readonly Result[]): string[] {
  return results.filter(({ passed }) => !passed).map(({ title }) => `Fails: ${title}`);
}

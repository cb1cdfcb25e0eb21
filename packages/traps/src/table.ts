import type { Verdict } from './judge.ts';

export interface Row extends Verdict {
  source?: string | undefined;
  /** How many of its tests pass in the sample as it is. */
  passed: number;
}

/** A Markdown table: what each trap's tests do with the hardening, and without it. */
export function table(rows: readonly Row[]): string {
  return [
    '| Trap | Comes from | With | Without | |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(({ trap, source = '', own, passed, failed, faults }) => {
      const counted = own === 0 ? ' |' : `${passed} of ${own} pass | ${failed} of ${own} fail`;
      return `| ${trap} | ${shorten(source)} | ${counted} | ${faults.length === 0 ? 'proven' : 'NOT PROVEN'} |`;
    }),
  ].join('\n');
}

/** `https://github.com/owner/name/issues/1` as `owner/name#1`. */
function shorten(source: string): string {
  return source.replace(/^https:\/\/github\.com\/([^/]+\/[^/]+)\/(?:issues|pull)\/(\d+)$/, '$1#$2');
}

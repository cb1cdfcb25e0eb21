import type { Target } from './targets.ts';

/** What came of one target. */
export interface Result {
  target: Target;
  mutants: number;
  found: number;
  passed: boolean;
}

/** The part of Stryker's JSON report (mutation-testing-report-schema) that is read here. */
interface StrykerReport {
  files: Record<
    string,
    {
      source: string;
      mutants: {
        status: string;
        mutatorName: string;
        replacement?: string;
        location: { start: { line: number } };
      }[];
    }
  >;
}

const foundStates = ['Killed', 'Timeout'];
const missedStates = ['Survived', 'NoCoverage'];

export function report(
  target: Target,
  { files }: StrykerReport,
): { result: Result; survivors: string } {
  let found = 0;
  const survivors: string[] = [];
  for (const [path, { source, mutants }] of Object.entries(files)) {
    // The report keeps what earlier runs found out about other files.
    if (!target.mutate.includes(path)) {
      continue;
    }
    const lines = source.split('\n');
    for (const { status, mutatorName, replacement, location } of mutants) {
      if (foundStates.includes(status)) {
        found += 1;
      } else if (missedStates.includes(status)) {
        const line = location.start.line;
        const [instead = ''] = (replacement ?? '').split('\n');
        survivors.push(
          `${path}:${line} ${status} ${mutatorName}: ${lines[line - 1]?.trim()}  →  ${instead}`,
        );
      }
    }
  }
  const mutants = found + survivors.length;
  const passed = percent(found, mutants) >= target.atLeast;
  return { result: { target, mutants, found, passed }, survivors: `${survivors.join('\n')}\n` };
}

export function table(results: Result[]): string {
  const rows = results.map(({ target, mutants, found, passed }) => {
    const share = mutants === 0 ? 'none' : `${percent(found, mutants).toFixed(1)} %`;
    return `| ${target.name} | ${mutants} | ${found} | ${share} | ${target.atLeast} % | ${passed ? 'yes' : 'NO'} |`;
  });
  return [
    '| Part | Bugs put in | Found | Share | At least | Passed |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows,
    '',
    'What no test found: tooling/reports/mutants/NAME/survivors.txt, and mutants.html beside it.',
  ].join('\n');
}

function percent(found: number, mutants: number): number {
  return mutants === 0 ? 100 : (found * 100) / mutants;
}

import { appendFileSync } from 'node:fs';

/** Names the file to this plug-in of Stryker, which runs in another process. */
export const soFarVariable = 'MUTANTS_SO_FAR';

interface MutantResult {
  fileName: string;
  status: string;
  mutatorName: string;
  replacement: string;
  location: { start: { line: number } };
}

/** Writes each result down as soon as it is known: Stryker itself tells nothing of a run that is cut short. */
class SoFarReporter {
  onMutantTested({ fileName, status, mutatorName, replacement, location }: MutantResult): void {
    const { line } = location.start;
    const result = { fileName, line, status, mutatorName, replacement };
    appendFileSync(process.env[soFarVariable] ?? '', `${JSON.stringify(result)}\n`);
  }
}

/** @public Stryker looks for this name. */
export const strykerPlugins = [
  { kind: 'Reporter', name: 'so-far', injectableClass: SoFarReporter },
];

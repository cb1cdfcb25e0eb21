import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Target } from './targets.ts';

/**
 * Writes Stryker's and Vitest's settings into a copy of the package.
 * @param kept where results stay, so that the next run tests only what changed
 */
export async function configure(target: Target, folder: string, kept: string): Promise<void> {
  await writeFile(join(folder, 'vitest.mutants.ts'), vitestSettings(folder, target));
  const settings = {
    testRunner: 'vitest',
    plugins: [
      import.meta.resolve('@stryker-mutator/vitest-runner'),
      join(import.meta.dirname, 'so-far.ts'),
    ],
    vitest: { configFile: 'vitest.mutants.ts', related: false },
    // The folder is a copy already; another one inside it would not find the files beside the package.
    inPlace: true,
    mutate: target.mutate,
    coverageAnalysis: 'perTest',
    // What runs once when a module is loaded needs a fresh process for each bug: minutes for little.
    ignoreStatic: true,
    // Texts for a person, most of them: tests that repeat them find nothing.
    mutator: { excludedMutations: ['StringLiteral'] },
    incremental: true,
    incrementalFile: join(kept, 'incremental.json'),
    concurrency: 2,
    // On a busy machine a slow test is no bug found; what runs in circles is noticed by its turns.
    timeoutMS: 30_000,
    reporters: ['clear-text', 'progress-append-only', 'json', 'html', 'so-far'],
    clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: false },
    jsonReporter: { fileName: 'reports/mutants.json' },
    htmlReporter: { fileName: 'reports/mutants.html' },
    allowConsoleColors: false,
  };
  await writeFile(join(folder, 'stryker.config.json'), JSON.stringify(settings));
}

function vitestSettings(folder: string, { tests, withoutTests = [] }: Target): string {
  const own = existsSync(join(folder, 'vitest.config.ts')) ? './vitest.config.ts' : undefined;
  return `
import own from ${JSON.stringify(own ?? '../../vitest.base.ts')};
const exclude = ['**/node_modules/**', '**/.stryker-tmp/**', ...${JSON.stringify(withoutTests)}];
const include = ${tests ? JSON.stringify(tests) : 'own.test.include'};
const test = { ...own.test, include, exclude, reporters: ['default'], testTimeout: 10_000 };
export default { ...own, test };
`;
}

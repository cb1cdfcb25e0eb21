import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const suiteFolder = fileURLToPath(new URL('../../../e2e', import.meta.url));

/** A test of the browser suite, and how it ended. */
export interface Result {
  title: string;
  /** The traps that it belongs to. */
  traps: string[];
  passed: boolean;
}

export interface Suite {
  title: string;
  specs?: { title: string; tags: string[]; ok: boolean }[];
  suites?: Suite[];
}

/** Builds a copy of a sample as its own script says. @throws {Error} with the end of the output. */
export async function buildCopy(copy: string): Promise<void> {
  const { scripts } = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8'));
  const { exitCode, output } = await run(scripts.build, [], copy, { NG_CLI_ANALYTICS: 'false' });
  if (exitCode !== 0) {
    throw new Error(`It does not build:\n${output.slice(-2000)}`);
  }
}

/** Runs the browser suite against a copy of a sample. @throws {Error} when it did not run. */
export async function runSuite(sample: string, copy: string): Promise<Result[]> {
  const reports = join(copy, 'reports');
  await mkdir(reports, { recursive: true });
  const report = join(reports, 'traps.json');
  await rm(report, { force: true });
  const { output } = await run(
    'playwright',
    ['test', `--project=${sample}`, '--reporter=json', `--output=${join(reports, 'results')}`],
    suiteFolder,
    { DM_KIT_SAMPLES: JSON.stringify({ [sample]: copy }), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  await writeFile(join(reports, 'output.txt'), output);
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Error(`The browser suite did not run:\n${output.slice(-2000)}`);
  });
  const { suites } = JSON.parse(text) as { suites: Suite[] };
  return suites.flatMap((suite) => resultsOf(suite, sample));
}

/** A tag names a trap of every sample, `@trap:outage`, or of one alone, `@trap:nextjs/outage`. */
export function resultsOf({ specs = [], suites = [] }: Suite, sample: string): Result[] {
  const own = specs.map(({ title, tags, ok }) => ({
    title,
    traps: tags.flatMap((tag) => {
      const [, of = sample, trap] = /^@?trap:(?:([^/]+)\/)?(.+)$/.exec(tag) ?? [];
      return trap && of === sample ? [trap] : [];
    }),
    passed: ok,
  }));
  return [...own, ...suites.flatMap((suite) => resultsOf(suite, sample))];
}

function run(
  command: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ exitCode: number | null; output: string }> {
  const path = [join(cwd, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn([command, ...args.map((arg) => JSON.stringify(arg))].join(' '), {
      cwd,
      env: { ...process.env, ...env, PATH: path },
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}

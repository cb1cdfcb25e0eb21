/**
 * `pnpm mutants [NAME or folder or file …] [--changed BRANCH]`: puts small bugs into the code, one after the
 * other, in a copy of the tree, and tells which of them no test finds.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCommandLine, refuse } from '@dm-kit/processes';
import { copyTree, root } from '../copy-tree.ts';
import { choose } from './choose.ts';
import { type Result, report, table } from './report.ts';
import { soFarVariable } from './so-far.ts';
import { configure } from './stryker.ts';
import type { Target } from './targets.ts';

const help = `pnpm mutants [NAME | FOLDER | FILE …] [--changed BRANCH]

  no argument        all code that is measured so
  NAME               one part; FOLDER or FILE: only what stands there
  --changed BRANCH   only files that differ from BRANCH
`;

const results: Result[] = [];
const chosen = readArguments();
if (chosen.length === 0) {
  console.log('Nothing that is measured so has changed.');
  process.exit();
}
// Ctrl-C ends the step that runs; then the copy goes.
process.on('SIGINT', () => {});
const copy = await copyTree();
try {
  build(copy.folder);
  for (const target of chosen) {
    results.push(await mutate(target, copy.folder));
  }
} finally {
  await copy.remove();
}
console.log(`\n${table(results)}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

function readArguments(): Target[] {
  const { values, positionals } = readCommandLine(help, {
    options: { changed: { type: 'string' } },
    allowPositionals: true,
  });
  try {
    return choose(positionals, values.changed);
  } catch (error) {
    return refuse((error as Error).message);
  }
}

/** Tests use the built packages beside their own. */
function build(folder: string): void {
  const parts = [...new Set(chosen.map((target) => `--filter=./${target.folder}...`))];
  const turbo = join(root, 'node_modules/turbo/bin/turbo');
  const built = spawnSync(
    process.execPath,
    [
      turbo,
      'run',
      'build',
      ...parts,
      '--output-logs=errors-only',
      `--cache-dir=${root}/.turbo/cache`,
    ],
    { cwd: folder, stdio: 'inherit' },
  );
  if (built.status !== 0) {
    throw new Error('The build failed.');
  }
}

async function mutate(target: Target, copyFolder: string): Promise<Result> {
  const folder = join(copyFolder, target.folder);
  const kept = join(root, 'tooling/reports/mutants', target.name);
  await mkdir(kept, { recursive: true });
  await configure(target, folder, kept);
  console.log(`\n${target.name}`);
  await rm(join(folder, 'reports'), { recursive: true, force: true });
  const stryker = join(root, 'tooling/node_modules/@stryker-mutator/core/bin/stryker.js');
  const soFar = join(kept, 'so-far.jsonl');
  await rm(soFar, { force: true });
  const run = spawnSync(process.execPath, [stryker, 'run', 'stryker.config.json'], {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, [soFarVariable]: soFar },
  });
  if (run.signal !== null) {
    throw new Error(`${target.name} was ended by ${run.signal}.`);
  }
  const written = await readFile(join(folder, 'reports/mutants.json'), 'utf8').catch(
    () => undefined,
  );
  if (written === undefined) {
    return { target, mutants: 0, found: 0, passed: run.status === 0 };
  }
  await cp(join(folder, 'reports'), kept, { recursive: true });
  const summary = report(target, JSON.parse(written));
  await writeFile(join(kept, 'survivors.txt'), summary.survivors);
  return summary.result;
}

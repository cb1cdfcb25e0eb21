import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readCommandLine, refuse } from '@dm-kit/processes';
import { keep, regressions, table } from './results.ts';
import type { Row, Subject } from './row.ts';

const subjects = ['house', 'samples', 'connector', 'emulator'];
const soaks = ['memory', 'load', 'kills'];

const help = `Measures what the kit takes, beside what its peers take, and keeps the table in bench/README.md.

  pnpm bench                 everything
  pnpm bench SUBJECT         one subject: ${subjects.join(', ')}
  pnpm bench soak memory [COUNT]    that many sign-ins (100000) while years pass: does memory grow?
  pnpm bench soak load [SECONDS]    200 sign-ins at once for so long (300), emulators and samples
  pnpm bench soak kills [SECONDS]   parts are killed meanwhile (120): is anything lost, or sent twice?
`;

const { positionals } = readCommandLine(help, { allowPositionals: true });
const [name, soak = '', amount, ...more] = positionals;
if (name === 'soak' && soaks.includes(soak) && more.length === 0) {
  const { needs, run } = await import(`./soak/${soak}.ts`);
  build(needs);
  process.exitCode = await run(amount);
} else if (
  positionals.length === 0 ||
  (positionals.length === 1 && subjects.includes(name ?? ''))
) {
  await measure(name === undefined ? subjects : [name]);
} else {
  refuse(`Say what to measure: ${subjects.join(', ')}, or soak ${soaks.join(', ')}`);
}

async function measure(names: string[]): Promise<void> {
  const measured: Record<string, Row[]> = {};
  for (const one of names) {
    console.error(`Measuring: ${one}`);
    const { subject }: { subject: Subject } = await import(`./${one}/index.ts`);
    build(subject.needs);
    measured[one] = await subject.measure();
  }
  console.log(table(Object.values(measured).flat()));
  for (const sentence of regressions(measured)) {
    // An annotation of the pull request: a run for a fork may write no comment, and this needs no token.
    console.error(
      `${process.env.GITHUB_ACTIONS ? '::warning title=Bench::' : 'Worse: '}${sentence}`,
    );
  }
  keep(measured);
}

/** What is measured is what is published. Turbo runs the packages' scripts with the pnpm that runs us. */
function build(needs: string[]): void {
  if (needs.length === 0) {
    return;
  }
  const turbo = join(import.meta.dirname, '../node_modules/turbo/bin/turbo');
  const filters = needs.map((one) => `--filter=${one}`);
  const { status } = spawnSync(
    process.execPath,
    [turbo, 'run', 'build', '--output-logs=errors-only', ...filters],
    { stdio: ['ignore', 2, 2] },
  );
  if (status !== 0) {
    process.exit(1);
  }
}

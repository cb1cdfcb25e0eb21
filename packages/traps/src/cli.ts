import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCommandLine, refuse } from '@dm-kit/processes';
import { type Sample, samples } from '@dm-kit/samples';
import { asItIs, everything, judge, type Verdict } from './judge.ts';
import { buildCopy, type Result, runSuite } from './suite.ts';
import { type Row, table } from './table.ts';
import { takeOut } from './take-out.ts';
import { type Trap, trapsOf } from './traps-of.ts';

const copies = fileURLToPath(new URL('../../../.traps', import.meta.url));

const help = `Takes each hardening out of a sample, and sees its tests fail.

  pnpm traps [--sample ${samples.map(({ name }) => name).join('|')}] [--only NAME[,NAME]] [--jobs N]

  --only  these alone: folders of the sample's \`hardening\`, or "all" for everything taken out
  --jobs  how many suites run side by side
`;

async function main(): Promise<number> {
  const options = read();
  let faults = 0;
  for (const sample of options.samples) {
    const rows = await prove(sample, options);
    console.log(`\n## ${sample.application.name}\n\n${table(rows)}`);
    for (const row of rows.filter((one) => one.faults.length > 0)) {
      console.log(`\n${row.trap}:\n${row.faults.map((fault) => `- ${fault}`).join('\n')}`);
      faults += row.faults.length;
    }
  }
  return faults === 0 ? 0 : 1;
}

interface Options {
  samples: Sample[];
  only: string[] | undefined;
  jobs: number;
}

function read(): Options {
  const { values } = readCommandLine(help, {
    options: { sample: { type: 'string' }, only: { type: 'string' }, jobs: { type: 'string' } },
  });
  const chosen = samples.filter(({ name }) => !values.sample || name === values.sample);
  if (chosen.length === 0) {
    refuse(`There is no sample "${values.sample}"`);
  }
  // A suite keeps two cores busy.
  const jobs = Number(values.jobs ?? Math.max(1, Math.floor(availableParallelism() / 2)));
  if (!(jobs >= 1)) {
    refuse(`--jobs takes a number from 1 on, not "${values.jobs}"`);
  }
  return { samples: chosen, only: values.only?.split(','), jobs };
}

async function prove(sample: Sample, { only, jobs }: Options): Promise<Row[]> {
  const { name, folder } = sample;
  const traps = await trapsOf(folder);
  const unknown = only?.filter((one) => one !== 'all' && !traps.some((trap) => trap.name === one));
  if (unknown?.length) {
    const known = traps.map((trap) => trap.name).join(', ');
    throw new Error(`The ${name} sample has no hardening "${unknown[0]}", but ${known}.`);
  }
  const asked = (one: string) => only?.includes(one) ?? true;
  const runs: { trap?: Trap; label: string; out: readonly Trap[] | 'all' }[] = [
    { label: asItIs, out: [] },
    ...traps
      .filter((trap) => asked(trap.name))
      .map((trap) => ({ trap, label: trap.name, out: [trap] })),
    ...(asked('all') ? [{ label: everything, out: 'all' as const }] : []),
  ];
  const outcomes = await sideBySide(jobs, runs, async ({ label, out }) => {
    const copy = join(copies, `${name}-${label.replaceAll(' ', '-')}`);
    await takeOut(folder, copy, out);
    const begun = Date.now();
    const outcome = await attempt(name, copy);
    const what = label === asItIs ? label : `without ${label}`;
    const seconds = Math.round((Date.now() - begun) / 1000);
    const { faults } = verdictOn(label, outcome);
    // At once: a run takes half an hour, and somebody may end it.
    console.error(`${name}, ${what}: ${seconds} s, ${faults.join('; ') || 'as it should be'}`);
    return outcome;
  });
  const whole = outcomes[0] as Outcome;
  const rows = runs.map(({ trap, label }, index) => {
    const passed = whole.results.filter((one) => one.traps.includes(label) && one.passed).length;
    return { ...verdictOn(label, outcomes[index] as Outcome), passed, source: trap?.source };
  });
  return rows.filter(({ trap, faults }) => trap !== asItIs || faults.length > 0);
}

/** What did not build or run has that one fault. */
function verdictOn(label: string, { results, fault }: Outcome): Verdict {
  const verdict = judge(label, results);
  return fault ? { ...verdict, faults: [fault] } : verdict;
}

interface Outcome {
  results: Result[];
  fault?: string;
}

async function attempt(sample: string, copy: string): Promise<Outcome> {
  try {
    await buildCopy(copy);
    return { results: await runSuite(sample, copy) };
  } catch (error) {
    return { results: [], fault: (error as Error).message };
  }
}

/** Does `work` for all, at most so many at a time, and gives the outcomes in order. */
async function sideBySide<In, Out>(
  jobs: number,
  all: readonly In[],
  work: (one: In) => Promise<Out>,
): Promise<Out[]> {
  const outcomes: Out[] = [];
  let next = 0;
  async function worker() {
    while (next < all.length) {
      const index = next++;
      outcomes[index] = await work(all[index] as In);
    }
  }
  await Promise.all(Array.from({ length: jobs }, worker));
  return outcomes;
}

process.exitCode = await main().catch((error: Error) => {
  console.error(`traps: ${error.message}`);
  return 2;
});

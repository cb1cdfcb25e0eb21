import { parseArgs } from 'node:util';
import { judge, type Verdict } from '../mutate/mutate.ts';
import { leftToPeople, mutationsOf } from '../mutate/mutations.ts';
import { Repository } from '../repository.ts';
import { runCommand } from './command.ts';

const help = `Makes mistakes in the guides and in their code, one at a time and in memory, and says which check finds each.

  pnpm docs:mutate [--only TEXT] [--no-run]

  --only    mutations whose name has this text
  --no-run  do not follow the guide where docs:check finds nothing (a minute or two each)

Exit code 1 when a mistake is found by nothing.
`;

await runCommand(help, async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      'no-run': { type: 'boolean', default: false },
    },
  });
  const mutations = mutationsOf(new Repository()).filter(({ name }) => name.includes(values.only));
  const verdicts: Verdict[] = [];
  for (const mutation of mutations) {
    const verdict = await judge(mutation, !values['no-run']);
    verdicts.push(verdict);
    const { caughtBy = 'SURVIVED', says, seconds } = verdict;
    console.log(`| ${verdict.mutation} | ${caughtBy} | ${seconds.toFixed(1)} s | ${says} |`);
  }
  const survived = verdicts.filter(({ caughtBy }) => !caughtBy);
  console.log(`${verdicts.length - survived.length} of ${verdicts.length} found.`);
  console.log(['Left to people:', ...leftToPeople].join('\n- '));
  process.exitCode = survived.length > 0 ? 1 : 0;
});

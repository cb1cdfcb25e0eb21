import { parseArgs } from 'node:util';
import { checkPages } from '../check.ts';
import { formatProblem } from '../problem.ts';
import { Repository } from '../repository.ts';
import { runCommand } from './command.ts';

const help = `Checks every guide: its code is the samples', its links lead somewhere, its translation is not stale.

  pnpm docs:check [--json]

Exit code 1 when something is wrong.
`;

await runCommand(help, async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const { stale, problems } = await checkPages(new Repository());
  const all = [...stale, ...problems];
  console.log(
    values.json
      ? JSON.stringify(all, undefined, 2)
      : [
          ...all.map(formatProblem),
          all.length === 0 ? 'All guides are as they should be.' : `${all.length} wrong.`,
        ].join('\n'),
  );
  process.exitCode = all.length > 0 ? 1 : 0;
});

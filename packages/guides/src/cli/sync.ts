import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPages } from '../check.ts';
import { formatProblem } from '../problem.ts';
import { Repository } from '../repository.ts';
import { runCommand } from './command.ts';

const help = `Writes into every guide what it takes from elsewhere: code, tables of settings, included parts.

  pnpm docs:sync

Exit code 1 when something is left that a person has to mend.
`;

await runCommand(help, async () => {
  parseArgs({ options: {} });
  const repository = new Repository();
  const { changed, problems } = await checkPages(repository);
  for (const [file, text] of changed) {
    await writeFile(join(repository.root, file), text);
    console.log(`wrote ${file}`);
  }
  for (const problem of problems) {
    console.error(formatProblem(problem));
  }
  process.exitCode = problems.length > 0 ? 1 : 0;
});

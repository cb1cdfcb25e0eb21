import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { exportPages } from '../export/export.ts';
import { Repository, repositoryRoot } from '../repository.ts';
import { runCommand, UsageError } from './command.ts';

const help = `Writes every published form of the guides.

  pnpm docs:export [--out FOLDER] [--base CHECKOUT]…

  --out   where to, packages/guides/dist/export unless told
  --base  a checkout of logto-io/docs or logto-io/logto: the patch is against its files; may be given twice

markdown/, mdx/ (for Docusaurus), logto-docs/ and logto-console/ (files at their places in Logto's repositories),
logto-docs.patch and logto-console.patch (for git apply).
`;

await runCommand(help, async () => {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, base: { type: 'string', multiple: true } },
  });
  const { out = join(repositoryRoot, 'packages/guides/dist/export'), base = [] } = values;
  const lost = base.find((folder) => !existsSync(folder));
  if (lost) {
    throw new UsageError(`There is no folder ${lost}.`);
  }
  const files = exportPages(new Repository(), base);
  for (const folder of new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''))) {
    await rm(join(out, folder), { recursive: true, force: true });
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
  }
  console.log(`${files.size} files in ${out}`);
});

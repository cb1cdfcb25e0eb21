// `pnpm readme`: writes the tables of both READMEs anew; a test says when they are stale.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readmes, withTables } from './readme-tables.ts';

for (const [name, language] of Object.entries(readmes)) {
  const file = join(dirname(import.meta.dirname), name);
  await writeFile(file, withTables(await readFile(file, 'utf8'), language));
}

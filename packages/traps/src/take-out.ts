import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { withoutHardening } from '@dm-kit/regions';
import { sourcesOf, type Trap } from './traps-of.ts';

/** What a copy does without: what is installed, what was built, and a lock file that would make it a root of its own. */
const left = new Set(['node_modules', 'dist', '.next', '.angular', 'reports', 'package-lock.json']);

/** Copies a sample without these traps, and with its packages; without any hardening for `all`. */
export async function takeOut(
  folder: string,
  copy: string,
  traps: readonly Trap[] | 'all',
): Promise<void> {
  await rm(copy, { recursive: true, force: true });
  await cp(folder, copy, { recursive: true, filter: (path) => !left.has(basename(path)) });
  await symlink(join(folder, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const names = traps === 'all' ? undefined : traps.map(({ name }) => name);
  for (const path of await sourcesOf(copy)) {
    const file = join(copy, path);
    const own =
      traps === 'all'
        ? // Tests of the whole application may name what is gone.
          /(^|[\\/])(hardening|test|testing)[\\/]|\.test\./.test(path)
        : traps.some(({ files }) => files.includes(path));
    if (own) {
      await rm(file);
      continue;
    }
    const text = await readFile(file, 'utf8');
    const stripped = withoutHardening(text, names);
    if (stripped.trim() === '') {
      // A page or a route that belongs to a trap: its framework wants it where it is.
      await rm(file);
    } else if (stripped !== text) {
      await writeFile(file, stripped);
    }
  }
}

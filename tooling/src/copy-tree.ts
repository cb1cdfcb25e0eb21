import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder of this repository. */
export const root: string = join(import.meta.dirname, '../..');

/** A copy of the work tree. */
export interface TreeCopy {
  folder: string;
  remove(): Promise<void>;
}

/** What git knows of the work tree, uncommitted changes and new files among it; paths from the root. */
export function trackedFiles(from: string = root): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: from, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  // A file that was deleted and not yet committed is still listed.
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(from, file)));
}

/**
 * Copies the work tree to a temporary folder, with a git repository of one commit and with what is installed:
 * the packages' own `node_modules` hold only links, and what they lead to is shared.
 */
export async function copyTree(): Promise<TreeCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'dm-kit-copy-'));
  const files = trackedFiles();
  for (const file of files) {
    await cp(join(root, file), join(folder, file), { verbatimSymlinks: true });
  }
  const packages = files
    .filter((file) => file.endsWith('package.json'))
    .map((file) => dirname(file));
  for (const one of packages) {
    await linkModules(join(root, one, 'node_modules'), join(folder, one, 'node_modules'));
  }
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commitAll(folder);
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** Commits whatever has changed in a copy. */
export function commitAll(folder: string): void {
  git(folder, 'add', '--all');
  const author = ['-c', 'user.name=copy', '-c', 'user.email=copy@example.com'];
  git(folder, ...author, 'commit', '--quiet', '--no-verify', '--message', 'copy');
}

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function linkModules(from: string, to: string): Promise<void> {
  if (!existsSync(from)) {
    return;
  }
  await mkdir(to, { recursive: true });
  const store = join(from, '.pnpm');
  await cp(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => source !== store && !/node_modules[\\/]\.(cache|vite)/.test(source),
  });
  if (existsSync(store)) {
    await symlink(store, join(to, '.pnpm'), 'junction');
  }
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

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
  // One that is in conflict is listed three times.
  const files = new Set(listed.split('\0'));
  return [...files].filter((file) => file !== '' && existsSync(join(from, file)));
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
    .filter((file) => basename(file) === 'package.json')
    .map((file) => dirname(file));
  for (const one of packages) {
    await linkModules(join(root, one, 'node_modules'), join(folder, one, 'node_modules'));
  }
  await leaveModulesAlone(folder);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commitAll(folder);
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** Else pnpm would install before each script, into the modules that are shared with the tree itself. */
async function leaveModulesAlone(folder: string): Promise<void> {
  const file = join(folder, 'pnpm-workspace.yaml');
  const settings = await readFile(file, 'utf8');
  await writeFile(
    file,
    settings.replace('verifyDepsBeforeRun: install', 'verifyDepsBeforeRun: false'),
  );
}

/** Commits whatever has changed in a copy. */
function commitAll(folder: string): void {
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

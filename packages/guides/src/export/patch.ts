import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Files } from './files.ts';

/** For `git apply`: from these files as `before` has them, or from nothing. Git writes it, so that images are in it. */
export function patchOf(files: Files, before: (path: string) => Buffer | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'dm-kit-patch-'));
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      // The same patch for everybody, whatever their settings.
      env: { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' },
    });
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  try {
    git('init', '--quiet');
    for (const path of files.keys()) {
      const content = before(path);
      if (content !== undefined) {
        write(path, content);
      }
    }
    git('add', '--all');
    const tree = git('write-tree').trim();
    for (const [path, content] of files) {
      write(path, content);
    }
    git('add', '--all');
    return git('diff', '--cached', '--binary', '--full-index', '--no-renames', tree);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

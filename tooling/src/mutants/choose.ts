import { execFileSync } from 'node:child_process';
import { matchesGlob, relative, resolve } from 'node:path';
import { root, trackedFiles } from '../copy-tree.ts';
import { type Target, targets } from './targets.ts';

/** The targets of these names, or those parts of them that lie in these folders or are these files. */
export function choose(wanted: string[], changedSince?: string): Target[] {
  let files = trackedFiles();
  if (changedSince !== undefined) {
    const changed = new Set(
      execFileSync('git', ['diff', '--name-only', '--diff-filter=d', `${changedSince}...`], {
        cwd: root,
        encoding: 'utf8',
      }).split('\n'),
    );
    files = files.filter((file) => changed.has(file));
  }
  if (wanted.length === 0) {
    return inFiles(targets, files);
  }
  const chosen = new Map<string, Set<string>>();
  for (const one of wanted) {
    const parts = findParts(one, files);
    if (parts.length === 0 && changedSince === undefined) {
      const names = targets.map(({ name }) => name).join(', ');
      throw new Error(
        `Nothing to put bugs into at "${one}". Known: ${names}, and paths inside them.`,
      );
    }
    for (const { name, mutate } of parts) {
      chosen.set(name, new Set([...(chosen.get(name) ?? []), ...mutate]));
    }
  }
  return targets
    .filter(({ name }) => chosen.has(name))
    .map((target) => ({ ...target, mutate: [...(chosen.get(target.name) ?? [])] }));
}

function findParts(wanted: string, files: string[]): Target[] {
  const named = targets.filter(({ name }) => name === wanted);
  if (named.length > 0) {
    return inFiles(named, files);
  }
  // From the root, wherever the command was typed: turbo runs it in the package's folder.
  const path = relative(root, resolve(root, wanted)).replaceAll('\\', '/');
  return inFiles(
    targets,
    files.filter((file) => file === path || file.startsWith(`${path}/`)),
  );
}

/** Those targets that have one of these files. */
function inFiles(some: Target[], files: string[]): Target[] {
  return some.map((target) => withFiles(target, files)).filter(({ mutate }) => mutate.length > 0);
}

/** The target with a list of files in place of patterns. */
function withFiles(target: Target, files: string[]): Target {
  const takes = target.mutate.filter((pattern) => !pattern.startsWith('!'));
  const leaves = target.mutate.filter((pattern) => pattern.startsWith('!')).map((p) => p.slice(1));
  const own = files
    .filter((file) => file.startsWith(`${target.folder}/`))
    .map((file) => file.slice(target.folder.length + 1))
    .filter((file) => takes.some((pattern) => matchesGlob(file, pattern)))
    .filter((file) => !leaves.some((pattern) => matchesGlob(file, pattern)));
  return { ...target, mutate: own };
}

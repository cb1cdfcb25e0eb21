import { watch } from 'node:fs';
import { join } from 'node:path';
import { ProvisionError } from '@dm-kit/provision';
import { build } from './build.ts';
import { StackError } from './errors.ts';
import { neverCrashes, type Part } from './part.ts';
import { repositoryRoot } from './paths.ts';
import type { OnProgress } from './progress.ts';

/** The published packages, by their folder. */
export const packages = [
  'connector-aliyun-dm',
  'direct-mail-emulator',
  'logto-emulator',
  'local',
] as const;

export type PackageFolder = (typeof packages)[number];

/** Milliseconds without a change after which a package is built: editors and checkouts write many files. */
const quietMilliseconds = 200;

/**
 * Builds a published package when its sources change, and says so. What does not build is shown, and waits
 * for the next change.
 */
export function watchPackages(
  onBuilt: (folder: PackageFolder) => Promise<void>,
  onProgress: OnProgress,
): Part {
  const stopped = new AbortController();
  let last = Promise.resolve();
  const rebuild = async (folder: PackageFolder) => {
    const note = (text: string) => onProgress({ event: 'note', text });
    try {
      const filters = [`@dm-kit/${folder}`];
      await build({ filters, signal: stopped.signal, onTask: (name) => note(`Building ${name}`) });
      await onBuilt(folder);
      note(`${folder} is built and runs`);
    } catch (error) {
      if (stopped.signal.aborted) {
        return;
      }
      if (!(error instanceof StackError || error instanceof ProvisionError)) {
        throw error;
      }
      if (error instanceof StackError) {
        error.output.forEach(note);
      }
      note(error.message);
    }
  };
  const watchers = packages.map((folder) => {
    let timer: NodeJS.Timeout | undefined;
    return watch(join(repositoryRoot, 'packages', folder, 'src'), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // One after the other: they may depend on one another.
        last = last.then(() => rebuild(folder));
      }, quietMilliseconds);
    });
  });
  return {
    name: 'watch over the packages',
    url: '',
    crashed: neverCrashes,
    async stop() {
      stopped.abort();
      for (const watcher of watchers) {
        watcher.close();
      }
      await last;
    },
  };
}

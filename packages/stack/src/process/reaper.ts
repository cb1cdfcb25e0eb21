import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const reaperScript = fileURLToPath(new URL('./reaper-process.ts', import.meta.url));

let reaper: ChildProcess | undefined;
const groups = new Set<number>();

/**
 * Has a process group end with this process, however this process ends. Nothing in it runs when it is killed,
 * so a second process watches it: that one reads the groups from a pipe, and the pipe closes when we are gone.
 */
export function reapWithUs(group: number): void {
  if (!reaper) {
    // A group of its own: Ctrl-C in the terminal must not take it down before its work is done.
    reaper = spawn(process.execPath, [reaperScript], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    reaper.unref();
    reaper.stdin?.on('error', () => {});
  }
  groups.add(group);
  reaper.stdin?.write(`+${group}\n`);
}

/** The group ended by itself: its number may soon belong to somebody else. */
export function reapNoMore(group: number): void {
  if (!groups.delete(group)) {
    return;
  }
  reaper?.stdin?.write(`-${group}\n`);
  if (groups.size > 0) {
    return;
  }
  reaper?.stdin?.end();
  reaper = undefined;
}

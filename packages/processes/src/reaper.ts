import { type ChildProcess, spawn } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

// It stands beside us, whether we are sources or built.
const reaperScript = fileURLToPath(
  new URL(`./reaper-process${extname(import.meta.url)}`, import.meta.url),
);

/** What has to be done when we are gone. */
export type LastWill =
  /** End this process group. */
  | { group: number }
  /** Run this program to its end. */
  | { command: [string, ...string[]]; cwd: string; env?: Record<string, string> };

let reaper: ChildProcess | undefined;
const wills = new Map<string, LastWill>();

/**
 * Has something done when this process ends, however it ends, unless {@link leaveBe} says otherwise. Nothing in a
 * process runs when it is killed, so a second one watches it: that one reads from a pipe, which closes when we are gone.
 */
function seeTo(will: LastWill): void {
  wills.set(JSON.stringify(will), will);
  if (reaper) {
    tell({ add: will });
  } else {
    start();
  }
}

function leaveBe(will: LastWill): void {
  if (!wills.delete(JSON.stringify(will))) {
    return;
  }
  tell({ drop: will });
  if (wills.size > 0) {
    return;
  }
  reaper?.stdin?.end();
  reaper = undefined;
}

/** Has a process group end with this process. */
export function reapWithUs(group: number): void {
  seeTo({ group });
}

/** The group ended by itself: its number may soon belong to somebody else. */
export function reapNoMore(group: number): void {
  leaveBe({ group });
}

/** Has a program run when this process ends without having called what this returns. */
export function runAfterUs(will: Extract<LastWill, { command: unknown }>): () => void {
  seeTo(will);
  return () => leaveBe(will);
}

function start(): void {
  // A group of its own: Ctrl-C in the terminal must not take it down before its work is done.
  const started = spawn(process.execPath, [reaperScript], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  started.unref();
  started.stdin?.on('error', () => {});
  started.once('exit', () => {
    // Somebody killed it: another one takes its place.
    if (reaper === started && wills.size > 0) {
      start();
    }
  });
  reaper = started;
  for (const will of wills.values()) {
    tell({ add: will });
  }
}

function tell(message: { add: LastWill } | { drop: LastWill }): void {
  reaper?.stdin?.write(`${JSON.stringify(message)}\n`);
}

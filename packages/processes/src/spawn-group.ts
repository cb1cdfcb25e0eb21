import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { reapNoMore, reapWithUs } from './reaper.ts';
import { signalGroup } from './signal-group.ts';

export interface SpawnOptions {
  /** Program and arguments; `node` is the Node that runs us. One string alone is a command line for the shell. */
  command: [program: string, ...args: string[]] | string;
  cwd?: string | undefined;
  /** On top of `inherited`. */
  env?: Record<string, string> | undefined;
  /** Our own environment unless told. */
  inherited?: NodeJS.ProcessEnv | undefined;
  /** Each line of standard output and standard error; without, they are our own. */
  onLine?: ((line: string) => void) | undefined;
}

/** How a process ended: by itself with a code, by a signal, or it never started. */
export type Ending = { exitCode: number } | { signal: string } | { failure: string };

export interface Group {
  /** When the first process of the group has ended and its output has been read. */
  ended: Promise<Ending>;
  /** Ends the whole group: SIGTERM; SIGKILL after the deadline (seconds), and for what the first process leaves. */
  stop(deadline?: number): Promise<void>;
}

/** Starts a program in a process group of its own, so that it ends with all that it started, and with us. */
export function spawnGroup(options: SpawnOptions): Group {
  const { command, cwd, env, inherited = process.env, onLine } = options;
  const isShell = typeof command === 'string';
  const [program, ...args] = isShell ? [command] : command;
  const child = spawn(program === 'node' ? process.execPath : (program as string), args, {
    cwd,
    shell: isShell,
    env: { ...inherited, ...env },
    stdio: onLine ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
  const outputs = [child.stdout, child.stderr].flatMap((input) =>
    input && onLine ? [once(createInterface({ input }).on('line', onLine), 'close')] : [],
  );

  // Undefined when there is no such program.
  let group = child.pid;
  if (group) {
    reapWithUs(group);
  }
  child.once('exit', () => {
    if (!group) {
      return;
    }
    // What it leaves behind would hold on to its output, and so to the promise below.
    signalGroup(group, 'SIGKILL');
    reapNoMore(group);
    // From now on the number may belong to somebody else.
    group = undefined;
  });
  const ended = new Promise<Ending>((resolve) => {
    child.once('error', ({ message }) => resolve({ failure: message }));
    child.once('exit', async (code, signal) => {
      await Promise.all(outputs);
      resolve(signal ? { signal } : { exitCode: code as number });
    });
  });

  const send = (signal: NodeJS.Signals) => group && signalGroup(group, signal);
  return {
    ended,
    async stop(deadline = 3) {
      send('SIGTERM');
      const timer = setTimeout(send, deadline * 1000, 'SIGKILL');
      await ended.finally(() => clearTimeout(timer));
    },
  };
}

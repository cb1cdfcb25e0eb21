import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { reapNoMore, reapWithUs } from './reaper.ts';
import { signalGroup } from './signal-group.ts';

export interface SpawnOptions {
  /** Program and arguments; `node` is the Node that runs us. */
  command: [program: string, ...args: string[]];
  cwd?: string | undefined;
  /** On top of our own environment, less what configures a sample or a Logto ({@link inheritedEnvironment}). */
  env?: Record<string, string> | undefined;
  /** Each line of standard output and standard error. */
  onLine: (line: string) => void;
}

/** How a process ended: by itself with a code, by a signal, or it never started. */
export type Ending = { exitCode: number } | { signal: string } | { failure: string };

export interface Group {
  /** When the first process of the group has ended and its output has been read. */
  ended: Promise<Ending>;
  /** Ends the whole group: SIGTERM; SIGKILL after the deadline (seconds), and for what the first process leaves. */
  stop(deadline?: number): Promise<void>;
}

/** Starts a program in a process group of its own, so that it ends with all that it started. */
export function spawnGroup({ command, cwd, env, onLine }: SpawnOptions): Group {
  const [program, ...args] = command;
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd,
    env: { ...inheritedEnvironment(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const outputs = [child.stdout, child.stderr].map((input) =>
    once(createInterface({ input }).on('line', onLine), 'close'),
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

/** What a part may inherit: settings of another Logto or sample in the shell would be taken for its own. */
export function inheritedEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^(AUTH|NEXTAUTH|LOGTO|DM)_/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

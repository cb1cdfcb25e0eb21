import { type Ending, isFree, type SpawnOptions, spawnGroup } from '@dm-kit/processes';
import { portTaken, StackError } from '../errors.ts';
import type { Part } from '../part.ts';
import { answers } from './answers.ts';
import { OutputTail, secretsOf } from './output-tail.ts';

export type ProcessOptions<Ready> = Omit<SpawnOptions, 'onLine' | 'inherited'> & {
  name: string;
  /** The port that it will listen on; 0 when it chooses one itself. */
  port: number;
  /** How one sees that it is ready: a line that it prints, or an address that answers. */
  ready: { line: (line: string) => Ready | undefined } | { url: string };
  /** Seconds until it must be ready; 30 unless told. */
  deadline?: number | undefined;
  /** Seconds that it gets to end by itself when it is stopped; 3 unless told. */
  secondsToEnd?: number | undefined;
  /** Gives the start up; a part that is ready is stopped by its own `stop`. */
  signal?: AbortSignal | undefined;
  /** What it prints, line by line, without its secrets. */
  onOutput?: ((line: string) => void) | undefined;
};

/** A running process and what it said when it was ready. */
export type RunningProcess<Ready> = Omit<Part, 'url'> & { ready: Ready };

/**
 * Starts a part that is a process of its own, and waits until it is ready.
 * @throws {PortTakenError} when something else has its port.
 * @throws {StackError} when it ends or is not ready in time, with its last lines.
 */
export async function startProcess<Ready = undefined>(
  options: ProcessOptions<Ready>,
): Promise<RunningProcess<Ready>> {
  const { name, port, ready, deadline = 30, secondsToEnd, signal, onOutput } = options;
  signal?.throwIfAborted();
  const portIsTaken = async () => port !== 0 && !(await isFree(port));
  if (await portIsTaken()) {
    throw await portTaken({ name, port });
  }

  const tail = new OutputTail(secretsOf(options.env ?? {}));
  let sawReady = (_: Ready) => {};
  const said = new Promise<Ready>((resolve) => {
    sawReady = resolve;
  });
  const group = spawnGroup({
    ...options,
    inherited: inheritedEnvironment(process.env),
    onLine(line) {
      const found = 'line' in ready ? ready.line(line) : undefined;
      // The line that says ready may hold credentials: it is read, not kept.
      if (found !== undefined) {
        return sawReady(found);
      }
      const clean = tail.add(line);
      onOutput?.(clean);
    },
  });
  const failed = group.ended.then(
    (ending) => new StackError(`The ${name} ${describe(ending)}.`, tail.lines()),
  );

  const waiting = new AbortController();
  const late = AbortSignal.timeout(deadline * 1000);
  const giveUp = AbortSignal.any([late, waiting.signal, ...(signal ? [signal] : [])]);
  try {
    const isReady = 'url' in ready ? answers(ready.url, giveUp) : said;
    const outcome = await Promise.race([isReady, failed, rejectOn(giveUp)]);
    if (outcome instanceof StackError) {
      throw (await portIsTaken()) ? await portTaken({ name, port }) : outcome;
    }
    return { name, ready: outcome as Ready, ...watch(group, failed, secondsToEnd) };
  } catch (error) {
    await group.stop();
    if (!late.aborted || error instanceof StackError) {
      throw error;
    }
    throw new StackError(`The ${name} was not ready within ${deadline} seconds.`, tail.lines());
  } finally {
    waiting.abort();
  }
}

function watch(
  group: ReturnType<typeof spawnGroup>,
  failed: Promise<StackError>,
  secondsToEnd: number | undefined,
): Pick<Part, 'crashed' | 'stop'> {
  let stopped = false;
  return {
    crashed: new Promise((resolve) => failed.then((error) => !stopped && resolve(error))),
    async stop() {
      stopped = true;
      await group.stop(secondsToEnd);
    },
  };
}

function describe(ending: Ending): string {
  if ('failure' in ending) {
    return `could not be started: ${ending.failure}`;
  }
  return 'signal' in ending
    ? `was ended by ${ending.signal}`
    : `ended by itself with exit code ${ending.exitCode}`;
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** What a part may inherit: settings of another Logto or sample in the shell would be taken for its own. */
function inheritedEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^(AUTH|NEXTAUTH|LOGTO|DM)_/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

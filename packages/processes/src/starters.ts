import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Entry {
  parent: number;
  isZombie: boolean;
}

/** Milliseconds from one look to the next. */
const interval = 1000;
/** Looks that must have found a process waiting for us before its end counts. */
const enoughLooks = 2;

/**
 * Calls back when a process that started this one and waits for it was killed: the shell, npx, or whatever stands
 * between. A signal that they cannot catch reaches nobody else, so one has to look.
 *
 * A shell that started us in the background ends when it likes. It is told apart by what it does meanwhile: who waits
 * for us has no other child.
 * @returns ends it
 */
export function watchStarters(onKilled: () => void): () => void {
  /** Our ancestors, each with the number of looks in a row that found it waiting for us. */
  let waiting = new Map<number, number>();
  const look = async () => {
    // Asked before the list is made. Afterwards it may be another one already, and who was killed meanwhile forgotten.
    const starter = process.ppid;
    const processes = await listProcesses();
    const killed = [...waiting].some(
      ([pid, looks]) => looks >= enoughLooks && (processes.get(pid)?.isZombie ?? true),
    );
    if (killed) {
      onKilled();
    }
    waiting = new Map(
      ancestors(starter, processes).map((pid) => {
        const isWaiting =
          [...processes.values()].filter(({ parent }) => parent === pid).length <= 1;
        return [pid, isWaiting ? (waiting.get(pid) ?? 0) + 1 : 0];
      }),
    );
  };
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const lookAgain = () => {
    look().then(
      () => {
        if (!isOver) {
          timer = setTimeout(lookAgain, interval).unref();
        }
      },
      // A system without `ps` tells nothing: there, nobody looks again.
      () => {},
    );
  };
  timer = setTimeout(lookAgain, 0).unref();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

function ancestors(starter: number, processes: Map<number, Entry>): number[] {
  const found: number[] = [];
  for (let pid = starter; pid > 1 && !found.includes(pid); ) {
    found.push(pid);
    pid = processes.get(pid)?.parent ?? 0;
  }
  return found;
}

async function listProcesses(): Promise<Map<number, Entry>> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,stat='], { timeout: 5000 });
  return new Map(
    stdout.split('\n').flatMap((line): [number, Entry][] => {
      const [pid, parent, state = ''] = line.trim().split(/\s+/);
      return pid
        ? [[Number(pid), { parent: Number(parent), isZombie: state.startsWith('Z') }]]
        : [];
    }),
  );
}

import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StackError } from '../errors.ts';

const run = promisify(execFile);

/** A demo on its fixed ports, of which a machine can have one. */
interface Running {
  pid: number;
  /** `demo` or `dev`. */
  command: string;
  /** The repository that it was started in. */
  folder: string;
  /** Where its parts are, once they are. */
  places: [name: string, url: string][];
}

export interface Claim {
  /** Says where the parts are, for a second one that is started. */
  tell(places: Running['places']): void;
  release(): void;
}

/** Of this user, whatever the clone. */
const usualFile = join(tmpdir(), `dm-kit-running-${userInfo().uid}.json`);

/** Takes the fixed ports for this process. @throws {StackError} when another one runs, with where that is. */
export async function claimPorts(
  command: string,
  folder: string,
  file = usualFile,
): Promise<Claim> {
  const other = read(file);
  if (other && (await isOurs(other.pid))) {
    const places = other.places.map(([name, url]) => `\n      ${name.padEnd(20)}${url}`).join('');
    throw new StackError(
      `\`pnpm ${other.command}\` runs already (process ${other.pid}, started in ${other.folder})${places || ' and is still starting'}
    Stop it with Ctrl-C there or with \`kill ${other.pid}\`; \`pnpm demo --ports free\` starts another one beside it.`,
    );
  }
  const own: Running = { pid: process.pid, command, folder, places: [] };
  const write = () => writeFileSync(file, JSON.stringify(own), { mode: 0o600 });
  write();
  return {
    tell(places) {
      own.places = places;
      write();
    },
    release() {
      if (read(file)?.pid === process.pid) {
        rmSync(file, { force: true });
      }
    },
  };
}

function read(file: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether the process runs and is one of ours: a number is given again after a restart of the machine. */
async function isOurs(pid: number): Promise<boolean> {
  if (pid === process.pid) {
    return false;
  }
  return run('ps', ['-p', String(pid), '-o', 'args=']).then(
    ({ stdout }) => /node|vitest/.test(stdout),
    () => false,
  );
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** What the emulator says when it is ready. */
export interface Ready {
  url: string;
  m2m: { appId: string; appSecret: string; resource: string };
}

/** An emulator in a process of its own, and what the kernel says of it. */
export interface EmulatorProcess {
  readonly ready: Ready;
  /** The next code that the connector of the bench is given for an address. */
  codeFor(address: string): Promise<string>;
  /** Writes a line to its standard input, and waits until it says `DONE`. @returns the word after that. */
  tell(line: string): Promise<string>;
  /** What it holds in memory (Linux). */
  residentMegabytes(): Promise<number>;
  /** Milliseconds that it computed so far, all its threads together (Linux counts hundredths of a second). */
  processorTime(): Promise<number>;
  close(): Promise<void>;
}

/** Starts `node ...args`, which has to print the line of JSON of `logto-emulator --json`. */
export async function startEmulatorProcess(args: readonly string[]): Promise<EmulatorProcess> {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const codes = new Map<string, (code: string) => void>();
  let done: (answer: string) => void = () => undefined;
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The emulator ended with ${code}.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) {
        return resolve(JSON.parse(line));
      }
      const [word, address = '', code = ''] = line.split(' ');
      if (word === 'CODE') {
        codes.get(address)?.(code);
      } else if (word === 'DONE') {
        done(address);
      }
    });
  });
  const proc = (file: string) => readFile(`/proc/${child.pid}/${file}`, 'utf8').catch(() => '');
  return {
    ready,
    codeFor: (address) => new Promise((resolve) => codes.set(address, resolve)),
    tell: (line) =>
      new Promise((resolve) => {
        done = resolve;
        child.stdin.write(`${line}\n`);
      }),
    async residentMegabytes() {
      return Number(/VmRSS:\s+(\d+)/.exec(await proc('status'))?.[1] ?? Number.NaN) / 1024;
    },
    async processorTime() {
      const [user, system] = (await proc('stat')).split(') ')[1]?.split(' ').slice(11, 13) ?? [];
      return (Number(user) + Number(system)) * 10;
    },
    async close() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

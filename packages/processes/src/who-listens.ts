import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process that has a port. */
export interface Listener {
  pid: number;
  /** Of its program: `node`. */
  name: string;
}

/** The process that listens on the port, where the system tells it: it may be somebody else's, or in a container. */
export async function whoListens(port: number): Promise<Listener | undefined> {
  return (await bySs(port)) ?? (await byLsof(port));
}

/** Linux. */
async function bySs(port: number): Promise<Listener | undefined> {
  const lines = (await output('ss', ['-Hltnp', `sport = :${port}`])).split('\n');
  // Somebody else may have the same port of another address, which is in nobody's way.
  const line = lines.find((line) => line && !line.includes(`[::1]:${port}`)) ?? lines[0] ?? '';
  const [, name, pid] = /users:\(\("([^"]*)",pid=(\d+)/.exec(line) ?? [];
  return name && pid ? { name, pid: Number(pid) } : undefined;
}

/** macOS, and a Linux without `ss`. */
async function byLsof(port: number): Promise<Listener | undefined> {
  const said = await output('lsof', ['-nP', '-Fpc', `-iTCP:${port}`, '-sTCP:LISTEN']);
  const [, pid, name] = /^p(\d+)\nc(.*)$/m.exec(said) ?? [];
  return name && pid ? { name, pid: Number(pid) } : undefined;
}

async function output(program: string, args: string[]): Promise<string> {
  return run(program, args, { timeout: 3000 }).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

/** A port in use, as a sentence's beginning: `Port 3001 is in use by node (process 4711)`. */
export async function describeTakenPort(port: number): Promise<string> {
  const listener = await whoListens(port);
  const by = listener ? ` by ${listener.name} (process ${listener.pid})` : '';
  return `Port ${port} is in use${by}`;
}

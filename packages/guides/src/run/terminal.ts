import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ReaderError } from './reader-error.ts';

/** The terminals of somebody who follows a guide: a folder, commands, and a server in a second window. */
export class Terminal {
  folder: string;
  readonly #servers: { child: ChildProcess; output: string[] }[] = [];

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Runs a command to its end; `cd` goes elsewhere. @returns what it printed. @throws {ReaderError} */
  async run(command: string, line: number, minutes = 4): Promise<string> {
    const [, folder] = /^cd (\S+)$/.exec(command) ?? [];
    if (folder) {
      this.folder = join(this.folder, folder);
      return '';
    }
    const { code, output } = await this.attempt(command, minutes);
    if (code !== 0) {
      const last = output.split('\n').slice(-15).join('\n');
      throw new ReaderError(
        line,
        `\`${command}\` ends with ${code ?? `no result after ${minutes} minutes`}:\n${last}`,
      );
    }
    return output;
  }

  /** Runs a command to its end, whatever that is; no code when it had to be stopped. */
  async attempt(command: string, minutes = 4): Promise<{ code: number | null; output: string }> {
    const { child, output } = this.#start(command);
    const timer = setTimeout(() => stop(child), minutes * 60_000);
    const code = await ended(child);
    clearTimeout(timer);
    return { code, output: output.join('').trim() };
  }

  /** Starts a server, and waits until it answers. @throws {ReaderError} */
  async serve(command: string, url: string, line: number): Promise<void> {
    const server = this.#start(command);
    this.#servers.push(server);
    const until = Date.now() + 90_000;
    while (Date.now() < until && server.child.exitCode === null) {
      const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) }).catch(
        () => undefined,
      );
      await answer?.body?.cancel();
      if (answer) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new ReaderError(line, `\`${command}\` does not answer at ${url}:\n${this.printed()}`);
  }

  /** The last lines that the servers printed. */
  printed(): string {
    return this.#servers.flatMap(({ output }) => output.join('').split('\n').slice(-20)).join('\n');
  }

  /** Stops the servers. */
  async close(): Promise<void> {
    await Promise.all(
      this.#servers.map(async ({ child }) => {
        stop(child);
        await ended(child);
      }),
    );
  }

  #start(command: string) {
    const output: string[] = [];
    const child = spawn(command, {
      cwd: this.folder,
      shell: true,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(),
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => output.push(text));
    }
    return { child, output };
  }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => child.once('close', resolve));
  }
  return child.exitCode;
}

/** With everything that the command has started. */
function stop({ pid, exitCode }: ChildProcess): void {
  if (pid && exitCode === null) {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** A reader's: without what pnpm tells the scripts that it runs. */
function environment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|pnpm_|NODE_ENV$|NODE_OPTIONS$|VITEST|INIT_CWD$|FORCE_COLOR$)/i.test(name),
  );
  return {
    ...Object.fromEntries(entries),
    CI: '1',
    NO_COLOR: '1',
    NG_CLI_ANALYTICS: 'false',
    NEXT_TELEMETRY_DISABLED: '1',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    npm_config_prefer_offline: 'true',
  };
}

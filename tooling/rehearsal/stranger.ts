import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Registry } from './registry.ts';

const run = promisify(execFile);

/** Somebody with an empty folder, whose name has a space and a letter that is not ASCII, and the registry. */
export class Stranger {
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string, registry: Registry) {
    this.folder = folder;
    // Nothing of the pnpm that runs this.
    const own = Object.entries(process.env).filter(([name]) => !/^(npm_|pnpm_|NODE_)/i.test(name));
    this.#env = {
      ...Object.fromEntries(own),
      npm_config_userconfig: registry.npmrc,
      npm_config_registry: registry.url,
      npm_config_cache: join(folder, '.npm'),
    };
  }

  static async come(registry: Registry): Promise<Stranger> {
    const stranger = new Stranger(await mkdtemp(join(tmpdir(), 'a strangér ')), registry);
    await stranger.write('package.json', '{ "private": true, "type": "module" }');
    return stranger;
  }

  write(file: string, content: string): Promise<void> {
    return writeFile(join(this.folder, file), content);
  }

  /** Runs a command to its end, and gives what it did. */
  async run(command: string, ...args: string[]) {
    const options = {
      cwd: this.folder,
      env: this.#env,
      shell: process.platform === 'win32',
      timeout: 300_000,
      maxBuffer: 2 ** 26,
    };
    return run(command, args, options).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    );
  }

  /** Starts a command, and gives the first line that it prints. `stop` waits until it has ended. */
  async start(command: string, ...args: string[]) {
    const child = spawn(command, args, {
      cwd: this.folder,
      env: this.#env,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: npx does not hand on a signal to what it runs.
      detached: process.platform !== 'win32',
    });
    const ended = once(child, 'close');
    const printed: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text) => printed.push(text));
    const line = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
        if (text.includes('\n')) {
          resolve(text.slice(0, text.indexOf('\n')));
        }
      });
      child.once('error', reject);
      child.once('close', () => reject(new Error(`It ended: ${printed.join('')}`)));
    });
    return {
      line,
      async stop() {
        process.kill(process.platform === 'win32' ? (child.pid ?? 0) : -(child.pid ?? 0));
        await ended;
      },
    };
  }

  leave(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

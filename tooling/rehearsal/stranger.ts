import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject } from 'vitest';

const run = promisify(execFile);

/** Somebody with an empty folder, whose name has a space and a letter that is not ASCII, and the registry. */
export class Stranger implements AsyncDisposable {
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.folder = folder;
    this.#env = env;
  }

  static async come(): Promise<Stranger> {
    const { registry } = inject('release');
    const folder = await mkdtemp(join(tmpdir(), 'a strangér '));
    // Nothing of the pnpm and the Vitest that run this.
    const own = Object.entries(process.env).filter(
      ([name]) => !/^(npm_|pnpm_|NODE_|VITEST|TEST$|CI$|FORCE_COLOR$)/i.test(name),
    );
    const stranger = new Stranger(folder, {
      ...Object.fromEntries(own),
      NO_COLOR: '1',
      npm_config_userconfig: registry.npmrc,
      npm_config_registry: registry.url,
      npm_config_cache: join(folder, '.npm'),
    });
    await stranger.write('package.json', '{ "private": true, "type": "module" }');
    return stranger;
  }

  /** The same one in a folder below. */
  in(folder: string): Stranger {
    return new Stranger(join(this.folder, folder), this.#env);
  }

  /** The same one with more environment variables. */
  with(env: NodeJS.ProcessEnv): Stranger {
    return new Stranger(this.folder, { ...this.#env, ...env });
  }

  async write(file: string, content: string): Promise<void> {
    await mkdir(dirname(join(this.folder, file)), { recursive: true });
    await writeFile(join(this.folder, file), content);
  }

  /** Takes over the files of a project of `projects/`. */
  copy(project: string): Promise<void> {
    return cp(join(import.meta.dirname, 'projects', project), this.folder, { recursive: true });
  }

  async install(...packages: string[]): Promise<void> {
    expect(await this.run('npm', 'install', ...packages)).toMatchObject({ code: 0 });
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

  async [Symbol.asyncDispose](): Promise<void> {
    await this.leave();
  }
}

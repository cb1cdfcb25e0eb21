import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyTree, root, type TreeCopy, trackedFiles } from './copy-tree.ts';

const tasks = ['lint', 'lint:types', 'build', 'typecheck', 'test'];

/** A copy of the tree, in which turbo is asked what it would run, and told to run it. */
export class TurboCopy {
  readonly #copy: TreeCopy;
  readonly #before: Map<string, string>;

  private constructor(copy: TreeCopy) {
    this.#copy = copy;
    this.#before = this.#hashes();
  }

  static async make(): Promise<TurboCopy> {
    return new TurboCopy(await copyTree());
  }

  get folder(): string {
    return this.#copy.folder;
  }

  remove(): Promise<void> {
    return this.#copy.remove();
  }

  /** Runs turbo with what was built for this tree already. */
  run(args: string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
    return this.#turbo([...args, `--cache-dir=${join(root, '.turbo/cache')}`], env);
  }

  /** All tasks whose identifier fits, sorted. */
  tasks(pattern: RegExp): string[] {
    return [...this.#before.keys()].filter((task) => pattern.test(task)).sort();
  }

  /** Tasks that have another hash than in the tree as it is; without the scope of their package. */
  changed(env?: NodeJS.ProcessEnv): string[] {
    return [...this.#hashes(env)]
      .filter(([task, hash]) => this.#before.get(task) !== hash)
      .map(([task]) => task)
      .sort();
  }

  /** Tasks that `--affected` takes, against the tree as it is. */
  affected(): string[] {
    return [...this.#hashes({ TURBO_SCM_BASE: 'HEAD' }, '--affected').keys()].sort();
  }

  /** Changes a file for as long as `during` takes. */
  async withChange<T>(path: string, change: (text: string) => string, during: () => T): Promise<T> {
    const file = join(this.folder, path);
    const before = await readFile(file, 'utf8');
    await writeFile(file, change(before));
    try {
      return during();
    } finally {
      await writeFile(file, before);
    }
  }

  /** The tasks of all packages that use this one, directly or through others that run from their sources. */
  upon(name: string): string[] {
    const found = new Set<string>();
    const visit = (used: string) => {
      for (const { id, uses, builtFromOthers, runsFromSources } of this.#packages()) {
        if (!uses.includes(used) || found.has(id)) {
          continue;
        }
        found.add(id);
        if (builtFromOthers || runsFromSources) {
          visit(id);
        }
      }
    };
    visit(`@dm-kit/${name}`);
    const kept = this.#packages().filter(({ id }) => found.has(id));
    return kept
      .flatMap(({ id, builtFromOthers }) =>
        [...(builtFromOthers ? ['build'] : []), 'test', 'typecheck'].map(
          (task) => `${id.replace('@dm-kit/', '')}#${task}`,
        ),
      )
      .filter((task) => this.#before.has(task))
      .sort();
  }

  /** Without the samples: ours only run them. */
  #packages() {
    return trackedFiles()
      .filter((file) => /^packages\/[^/]+\/package\.json$|^[^/]+\/package\.json$/.test(file))
      .map((file) => {
        const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
        const hasBuild = manifest.scripts?.build !== undefined;
        return {
          id: manifest.name as string,
          uses: Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
          runsFromSources: !hasBuild,
          builtFromOthers: hasBuild && !buildsAlone(dirname(file)),
        };
      });
  }

  #hashes(env: NodeJS.ProcessEnv = {}, ...options: string[]): Map<string, string> {
    const { stdout, stderr } = this.#turbo([...tasks, '--dry=json', ...options], env);
    if (stdout === '') {
      throw new Error(stderr);
    }
    const listed: { taskId: string; hash: string; command: string }[] = JSON.parse(stdout).tasks;
    return new Map(
      listed
        .filter(({ command }) => command !== '<NONEXISTENT>')
        .map(({ taskId, hash }) => [taskId.replace('@dm-kit/', ''), hash]),
    );
  }

  #turbo(args: string[], env: NodeJS.ProcessEnv): SpawnSyncReturns<string> {
    const bin = join(root, 'node_modules/turbo/bin/turbo');
    // The test may run inside turbo itself, and for a Logto of its own.
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(TURBO_|LOGTO_|DM_|CI$)/.test(name),
    );
    return spawnSync(process.execPath, [bin, 'run', ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...Object.fromEntries(inherited), ...env },
    });
  }
}

/** Whether the package's turbo.json says that its build needs no other package. */
function buildsAlone(folder: string): boolean {
  try {
    return /"build": \{\s*"dependsOn": \[\]/.test(
      readFileSync(join(root, folder, 'turbo.json'), 'utf8'),
    );
  } catch {
    return false;
  }
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './copy-tree.ts';

interface Task {
  /** `stack#test`, `//#lint`: without the scope of the package. */
  id: string;
  hash: string;
  /** What its hash is made of: files, from the root of the repository. */
  files: Set<string>;
  /** Other tasks whose hashes are part of its own. */
  dependencies: string[];
  /** Variables that are set and part of the hash. */
  variables: string[];
  /** Without, nothing runs: it only passes on that something has changed. */
  hasCommand: boolean;
}

/** What turbo would run, and which files and variables it looks at to know whether it has to: one dry run. */
export class TurboPlan {
  readonly #tasks: Task[];
  /** Files that are part of every hash. */
  readonly globalFiles: string[];

  constructor(folder: string, env: NodeJS.ProcessEnv = {}, ...options: string[]) {
    const args = ['lint', 'lint:types', 'build', 'test', '--dry=json', ...options];
    const { stdout, stderr } = runTurbo(folder, args, env);
    if (stdout === '') {
      throw new Error(stderr);
    }
    const { tasks, globalCacheInputs } = JSON.parse(stdout);
    this.globalFiles = Object.keys(globalCacheInputs.files);
    this.#tasks = tasks.map(readTask);
  }

  /** Identifiers of all tasks that run something, with their hashes. */
  hashes(): Map<string, string> {
    return new Map(this.#running().map(({ id, hash }) => [id, hash]));
  }

  /** Tasks that run again when this file changes, sorted. */
  afterChangeOf(file: string): string[] {
    const found = new Set<string>();
    const add = (id: string) => {
      if (!found.has(id)) {
        found.add(id);
        this.#tasks.filter(({ dependencies }) => dependencies.includes(id)).forEach(addTask);
      }
    };
    const addTask = ({ id }: Task) => add(id);
    this.#tasks.filter(({ files }) => files.has(file)).forEach(addTask);
    return this.#running()
      .map(({ id }) => id)
      .filter((id) => found.has(id));
  }

  /** Tasks that heed a variable that is set, themselves. */
  heeding(variable: string): string[] {
    return this.#running()
      .filter(({ variables }) => variables.includes(variable))
      .map(({ id }) => id);
  }

  #running(): Task[] {
    return this.#tasks
      .filter(({ hasCommand }) => hasCommand)
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}

/** Runs turbo in a folder as somebody would who has set nothing. */
export function runTurbo(folder: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const bin = join(root, 'node_modules/turbo/bin/turbo');
  // The test may run inside turbo itself, and for a Logto of its own.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(TURBO_|LOGTO_|DM_|CI$)/.test(name),
  );
  return spawnSync(process.execPath, [bin, 'run', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...Object.fromEntries(inherited), ...env },
  });
}

function readTask({
  taskId,
  hash,
  directory,
  inputs,
  dependencies,
  environmentVariables,
  command,
}: {
  taskId: string;
  hash: string;
  directory: string;
  inputs: Record<string, string>;
  dependencies: string[];
  environmentVariables: { configured: string[] };
  command: string;
}): Task {
  return {
    id: short(taskId),
    hash,
    files: new Set(Object.keys(inputs).map((file) => join(directory, file).replaceAll('\\', '/'))),
    dependencies: dependencies.map(short),
    // Each is `NAME=hash of the value`.
    variables: environmentVariables.configured.map((one) => one.split('=')[0] ?? ''),
    hasCommand: command !== '<NONEXISTENT>',
  };
}

function short(taskId: string): string {
  return taskId.replace('@dm-kit/', '');
}

import { join } from 'node:path';
import { runToEnd } from '@dm-kit/processes';
import { StackError } from './errors.ts';
import { repositoryRoot } from './paths.ts';

export interface BuildOptions {
  /** Packages to build, with what they depend on; `turbo` filters. */
  filters: string[];
  signal: AbortSignal;
  /** What is being built now: `angular-sample`. */
  onTask: (name: string) => void;
}

const linesOfOutput = 40;

/** Builds what is out of date. @throws {StackError} with the output of the package that failed. */
export async function build({ filters, signal, onTask }: BuildOptions): Promise<void> {
  const output = new Map<string, string[]>();
  const general: string[] = [];
  const ending = await runToEnd({
    command: [
      join(repositoryRoot, 'node_modules/.bin/turbo'),
      ...['run', 'build', '--output-logs=new-only', '--log-order=stream', '--log-prefix=task'],
      ...filters.map((filter) => `--filter=${filter}`),
    ],
    cwd: repositoryRoot,
    signal,
    onLine(line) {
      const [, name, text] = /^(\S+):build: (.*)$/.exec(line) ?? [];
      if (name === undefined || text === undefined) {
        if (line.trim()) {
          general.push(line.trim());
        }
        return;
      }
      if (!output.has(name) && text.startsWith('cache miss')) {
        onTask(name);
      }
      output.set(name, [...(output.get(name) ?? []), text].slice(-linesOfOutput));
    },
  });
  if ('exitCode' in ending && ending.exitCode === 0) {
    return;
  }
  if ('failure' in ending) {
    throw new StackError(`The build could not start: ${ending.failure}`);
  }
  const failed = [...output.keys()].find((name) =>
    general.some((line) => line.includes(`${name}#build`)),
  );
  throw new StackError(
    failed ? `Building ${failed} failed.` : 'The build failed.',
    (failed && output.get(failed)) || general.slice(-linesOfOutput),
  );
}

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
  const refused = whatWasRefused([...general, ...[...output.values()].flat()]);
  if (refused) {
    throw new StackError(`${repositoryRoot} cannot be written: ${refused}.`);
  }
  const failed = [...output.keys()].find((name) =>
    general.some((line) => line.includes(`${name}#build`)),
  );
  throw new StackError(
    failed ? `Building ${failed} failed.` : 'The build failed.',
    (failed && output.get(failed)) || general.slice(-linesOfOutput),
  );
}

/** Why nothing could be written, by the words of Node, turbo and pnpm. */
export function whatWasRefused(output: string[]): string | undefined {
  const text = output.join('\n');
  if (/ENOSPC|No space left|os error 28/.test(text)) {
    return 'the disk is full';
  }
  if (/EROFS|Read-only file system|os error 30/.test(text)) {
    return 'its disk is read-only';
  }
  return /EACCES|Permission denied|os error 13/.test(text) ? 'you may not write there' : undefined;
}

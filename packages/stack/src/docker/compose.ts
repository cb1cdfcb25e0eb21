import { stripVTControlCharacters } from 'node:util';
import { runToEnd } from '@dm-kit/processes';
import { repositoryRoot } from '../paths.ts';
import { dockerError } from './errors.ts';

export interface ComposeOptions {
  /** Also `compose.scale.yaml`: several Logtos and Next.js samples. */
  scale?: boolean | undefined;
  /** Another project than the files name: containers and data of its own. */
  project?: string | undefined;
  /** Values of the variables in the files. */
  env?: Record<string, string> | undefined;
  signal?: AbortSignal | undefined;
  /** Each line of output while it runs. */
  onLine?: ((line: string) => void) | undefined;
}

/** `docker compose` with the files of this repository. */
export function composeCommand(
  args: string[],
  { scale = false, project }: Pick<ComposeOptions, 'scale' | 'project'> = {},
): [string, ...string[]] {
  const files = ['compose.yaml', ...(scale ? ['compose.scale.yaml'] : [])];
  return [
    ...(['docker', 'compose'] as const),
    ...files.flatMap((file) => ['--file', file]),
    ...(project ? ['--project-name', project] : []),
    ...args,
  ];
}

/** Runs `docker compose` to its end. @returns its output. @throws {StackError} with the remedy. */
export async function compose(args: string[], options: ComposeOptions = {}): Promise<string[]> {
  const output: string[] = [];
  const ending = await runToEnd({
    command: composeCommand(args, options),
    cwd: repositoryRoot,
    env: { COMPOSE_MENU: 'false', ...options.env },
    ...(options.signal ? { signal: options.signal } : {}),
    onLine(raw) {
      // Some versions move the cursor although nobody looks at a terminal.
      const line = stripVTControlCharacters(raw);
      output.push(line);
      options.onLine?.(line);
    },
  });
  if ('exitCode' in ending && ending.exitCode === 0) {
    return output;
  }
  throw dockerError('failure' in ending ? [ending.failure] : output, options.scale);
}

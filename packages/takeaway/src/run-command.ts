import { fileURLToPath } from 'node:url';
import { runToEnd } from '@dm-kit/processes';

export const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
}

/** Runs a program to its end; gives its output. @throws with the last of it when it fails. */
export async function run(program: string, args: string[], options: RunOptions): Promise<string> {
  const lines: string[] = [];
  const ending = await runToEnd({
    command: [program, ...args],
    ...options,
    inherited: plainEnvironment(),
    onLine: (line) => lines.push(line),
  });
  if ('exitCode' in ending && ending.exitCode === 0) {
    return lines.join('\n');
  }
  const said = lines.slice(-40).map((line) => `    ${line}`);
  throw new Error(
    `\`${[program, ...args].join(' ')}\` failed: ${JSON.stringify(ending)}\n${said.join('\n')}`,
  );
}

/** Without what pnpm tells its scripts: npm would take it for its own settings. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm|pnpm|turbo|node_env)/i.test(name)),
  );
}

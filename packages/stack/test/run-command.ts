import { join } from 'node:path';
import { runProgram } from '@dm-kit/processes/test';

/** Runs a command of the repository to its end, by its file: `demo.ts`. */
export function runCommandLine(file: string, args: string[], env: Record<string, string> = {}) {
  return runProgram(join(import.meta.dirname, '../src/cli', file), args, env);
}

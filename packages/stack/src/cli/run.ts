import { untilInterrupted } from '@dm-kit/processes';
import { ProvisionError } from '@dm-kit/provision';
import pc from 'picocolors';
import { StackError } from '../errors.ts';

/**
 * Runs a command. Being interrupted is no failure: the exit code is 0 then, and pnpm adds no error of its own.
 * What is wrong goes to standard error in one sentence, with exit code 1; 2 for wrong options.
 */
export async function runCommand(
  command: (interrupted: AbortSignal) => Promise<void>,
): Promise<void> {
  const interrupted = untilInterrupted();
  try {
    await command(interrupted);
  } catch (error) {
    if (interrupted.aborted) {
      return;
    }
    process.exitCode = explain(error);
  }
}

/** Says what is wrong, and gives the exit code. An error that nobody foresaw shows where it comes from. */
function explain(error: unknown): number {
  const foreseen = error instanceof StackError || error instanceof ProvisionError;
  const usage = error instanceof TypeError && 'code' in error;
  if (!foreseen && !usage) {
    throw error;
  }
  if (error instanceof StackError && error.output.length > 0) {
    console.error(`\n${error.output.map((line) => pc.dim(`    ${line}`)).join('\n')}`);
  }
  // Of a wrong option, the first sentence says what is wrong; the rest is about positional arguments.
  const message = usage ? `${error.message.split('. ')[0]}. See --help.` : error.message;
  console.error(`\n  ${pc.red('✘')} ${message}`);
  return usage ? 2 : 1;
}

/** @throws {StackError} naming the choices. */
export function oneOf<const Choice extends string>(
  option: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found) {
    return found;
  }
  throw new StackError(`--${option} is one of ${choices.join(', ')}, not "${value}".`);
}

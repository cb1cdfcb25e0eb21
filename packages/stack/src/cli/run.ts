import { styleText } from 'node:util';
import { untilInterrupted } from '@dm-kit/processes';
import { describeFileError, ProvisionError } from '@dm-kit/provision';
import { StackError, UsageError } from '../errors.ts';

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
  const isOption = error instanceof TypeError && 'code' in error;
  const message = isOption
    ? // The first sentence says what is wrong; the rest is about positional arguments.
      `${error.message.split('. ')[0]}. See --help.`
    : sentence(error);
  if (message === undefined) {
    throw error;
  }
  const stream = process.stderr;
  if (error instanceof StackError && error.output.length > 0) {
    const lines = error.output.map((line) => styleText('dim', `    ${line}`, { stream }));
    console.error(`\n${lines.join('\n')}`);
  }
  console.error(`\n  ${styleText('red', '✘', { stream })} ${message}`);
  return isOption || error instanceof UsageError ? 2 : 1;
}

function sentence(error: unknown): string | undefined {
  return error instanceof StackError || error instanceof ProvisionError
    ? error.message
    : describeFileError(error);
}

/** @throws {UsageError} naming the choices. */
export function oneOf<const Choice extends string>(
  option: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found) {
    return found;
  }
  throw new UsageError(`--${option} is one of ${choices.join(', ')}, not "${value}".`);
}

/** Something that the caller asked for in a way that nobody can do: exit code 2, one line. */
export class UsageError extends Error {}

/** Runs a command of this package: one line for what went wrong, help for `--help`, exit codes 1 and 2. */
export async function runCommand(help: string, main: () => Promise<void>): Promise<void> {
  if (process.argv.slice(2).some((argument) => ['-h', '--help'].includes(argument))) {
    process.stdout.write(help);
    return;
  }
  try {
    await main();
  } catch (error) {
    const usage =
      error instanceof UsageError ||
      (error instanceof TypeError &&
        'code' in error &&
        String(error.code).startsWith('ERR_PARSE_ARGS'));
    if (!usage && !(error instanceof FailedError)) {
      throw error;
    }
    // Of Node's own messages the first sentence says what is wrong.
    const message = usage
      ? error.message.replace(/\. (?:This command|To specify).*|\.$/, '')
      : error.message;
    console.error(usage ? `${message}. See --help.` : message);
    process.exitCode = usage ? 2 : 1;
  }
}

/** Something that did not come out as it should: exit code 1, one line. */
export class FailedError extends Error {}

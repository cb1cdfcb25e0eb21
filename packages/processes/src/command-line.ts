import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * `parseArgs` for a program: `-h` and `--help` print the help and end it with exit code 0; what is not understood ends it
 * with one line and exit code 2.
 */
export function readCommandLine<Config extends ParseArgsConfig>(
  help: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  if (process.argv.slice(2).some((argument) => ['-h', '--help'].includes(argument))) {
    process.stdout.write(help);
    process.exit();
  }
  try {
    return parseArgs(config);
  } catch (error) {
    // The first sentence says what is wrong; the rest is about positional arguments.
    return refuse((error as Error).message.split('. ')[0] ?? '');
  }
}

/** Ends the program: what was asked for cannot be done. One line, exit code 2. */
export function refuse(reason: string): never {
  console.error(`${reason.replace(/\.$/, '')}. See --help.`);
  process.exit(2);
}

import manifest from '../package.json' with { type: 'json' };
import { type CliOptions, help, readCliOptions } from './cli-options.ts';
import { defaults } from './options.ts';
import { startDirectMailEmulator } from './start.ts';

function fail(message: string, exitCode = 1): never {
  process.stderr.write(`direct-mail-emulator: ${message}\n`);
  process.exit(exitCode);
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: stop what uses it, or choose another with --port',
  EACCES: 'needs more rights: choose another with --port',
  EADDRNOTAVAIL: 'is not on this machine: choose another address with --host',
  ENOTFOUND: 'is not on this machine: choose another address with --host',
};

function readOptions(args: string[]): CliOptions {
  try {
    return readCliOptions(args);
  } catch (error) {
    // The first sentence says what is wrong; the rest is about positional arguments.
    const [sentence] = (error as Error).message.split(/\. |\n/);
    return fail(`${sentence}. See --help`, 2);
  }
}

/** Runs the command: ends the process on an error, on SIGINT and on SIGTERM. */
export async function run(args: string[]): Promise<void> {
  const asked = readOptions(args);
  if (asked.show !== 'emulator') {
    process.stdout.write(asked.show === 'help' ? help : `${manifest.version}\n`);
    return;
  }
  const { port = defaults.port, host = defaults.host } = asked.options;
  const emulator = await startDirectMailEmulator(asked.options).catch((error) => {
    const reason = reasons[error.code];
    return fail(reason ? `${host}:${port} ${reason}` : error.message);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => emulator.close().then(() => process.exit(0)));
  }
  process.stdout.write(
    asked.json
      ? `${JSON.stringify({ event: 'ready', url: emulator.url })}\n`
      : `Direct Mail emulator: ${emulator.url} (the API and the inbox)\n`,
  );
}

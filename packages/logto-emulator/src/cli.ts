#!/usr/bin/env node
import { enableCompileCache, flushCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { help, parseCommandLine, UsageError } from './cli/options.ts';
import { describeStartError } from './cli/start-error.ts';

// Compiled code is kept in a folder of Node's for the next start, which halves the time to it.
enableCompileCache();
// By default the heap grows to three times what is alive before it is cleaned: this is a server for one.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=15');
// What the optimizing compiler takes to inline much is not given back; here it gains nothing.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');
// So small a new space is cleaned sooner by one thread than several are woken.
setFlagsFromString('--no-parallel-scavenge');

try {
  const command = parseCommandLine(process.argv.slice(2));
  if (command.kind === 'help') {
    process.stdout.write(help);
  } else if (command.kind === 'version') {
    await printVersion();
  } else {
    await start(command);
  }
} catch (error) {
  if (!(error instanceof UsageError)) {
    throw error;
  }
  console.error(`${error.message}. See logto-emulator --help.`);
  process.exitCode = 2;
}

async function start({
  json,
  options,
}: Extract<ReturnType<typeof parseCommandLine>, { kind: 'start' }>) {
  // Imported here, so that it is compiled with the cache.
  const { startLogtoEmulator } = await import('./emulator.ts');
  const emulator = await startLogtoEmulator(options).catch((error: unknown) => {
    console.error(describeStartError(error, options.port ?? 3001));
    process.exit(1);
  });
  const stop = () => void emulator.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const { url, issuer, m2m } = emulator;
  const { appId, appSecret, resource } = m2m;
  console.log(
    json
      ? JSON.stringify({ event: 'ready', url, issuer, m2m: { appId, appSecret, resource } })
      : `Logto emulator ready at ${url} (issuer ${issuer}, machine-to-machine client ${appId})`,
  );
  // Now, not at the end: with everything that was compiled by then, it would take more memory from the next.
  flushCompileCache();
}

async function printVersion() {
  const { default: manifest } = await import('../package.json', { with: { type: 'json' } });
  console.log(manifest.version);
}

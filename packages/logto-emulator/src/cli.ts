#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { help, parseCommandLine, UsageError } from './cli/options.ts';
import { describeStartError } from './cli/start-error.ts';

// Compiled code is kept in a folder of Node's for the next start, which halves the time to it.
enableCompileCache();

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
  const fail = (error: unknown) => {
    console.error(describeStartError(error, options.port ?? 3001));
    process.exit(1);
  };
  const emulator = await startLogtoEmulator(options).catch(fail);
  const stop = () => void emulator.close().then(() => process.exit(0), fail);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const { url, issuer, m2m } = emulator;
  const { appId, appSecret, resource } = m2m;
  console.log(
    json
      ? JSON.stringify({ event: 'ready', url, issuer, m2m: { appId, appSecret, resource } })
      : `Logto emulator ready at ${url} (issuer ${issuer}, machine-to-machine client ${appId})`,
  );
}

async function printVersion() {
  const { default: manifest } = await import('../package.json', { with: { type: 'json' } });
  console.log(manifest.version);
}

import { describeTakenPort, isFree, runToEnd, untilInterrupted } from '@dm-kit/processes';
import { type Placeholders, ProvisionError } from '@dm-kit/provision';
import manifest from '../package.json' with { type: 'json' };
import { type CliOptions, help, readCliOptions, UsageError } from './cli-options.ts';
import { handOutSettings } from './hand-out-settings.ts';
import { describeMail, readyLine, table } from './overview.ts';
import { startLocal } from './start-local.ts';
import { watchMails } from './watch-mails.ts';

const key = 'application';

/** Runs the command until it is interrupted or the application ends. Sets the exit code: 2 for a wrong command line. */
export async function run(args: string[]): Promise<void> {
  const interrupted = untilInterrupted();
  try {
    const options = await readCliOptions(args);
    if (options === 'help' || options === 'version') {
      process.stdout.write(options === 'help' ? help : `${manifest.version}\n`);
    } else {
      await serve(options, interrupted);
    }
  } catch (error) {
    if (interrupted.aborted) {
      return;
    }
    const isUsage = error instanceof UsageError;
    if (!isUsage && !(error instanceof ProvisionError)) {
      throw error;
    }
    console.error(`dm-kit-local: ${error.message}${isUsage ? '. See --help.' : ''}`);
    process.exitCode = isUsage ? 2 : 1;
  }
}

async function serve(options: CliOptions, interrupted: AbortSignal): Promise<void> {
  const { application, logtoPort, mailPort, data, seed, json } = options;
  const { start, url } = application;
  await requireFree([
    { port: logtoPort, option: '--port' },
    { port: mailPort, option: '--mail-port' },
    ...(start ? [{ port: Number(new URL(url).port) }] : []),
  ]);
  await using local = await startLocal({
    applications: { [key]: application },
    logto: { port: logtoPort, ...(data && { data }), ...(seed && { seed }) },
    directMail: { port: mailPort },
  }).catch(asSentence);
  const placeholders = local.applications[key] as Placeholders;
  const { note, env, restore } = await handOutSettings(application, placeholders);
  const stopWatching = watchMails(local.directMail, (mail) => {
    if (!json) {
      console.log(describeMail(mail));
    }
  });
  try {
    console.log(
      json ? readyLine(local, placeholders) : table(local, application, placeholders, note),
    );
    if (start) {
      const ending = await runToEnd({ command: start, env, signal: interrupted });
      process.exitCode = 'exitCode' in ending ? ending.exitCode : 1;
    } else {
      await whenAborted(interrupted);
    }
  } finally {
    stopWatching();
    await restore();
  }
}

/** @throws {ProvisionError} naming each port that is in use, and who has it. */
async function requireFree(ports: { port: number; option?: string }[]): Promise<void> {
  const taken: string[] = [];
  for (const { port, option } of ports) {
    if (port !== 0 && !(await isFree(port))) {
      const other = option ? `, or choose another with ${option}` : '';
      taken.push(`${await describeTakenPort(port)}: stop the program that listens there${other}.`);
    }
  }
  if (taken.length > 0) {
    throw new ProvisionError(taken.join('\n  '));
  }
}

/** What the emulators say when they cannot start is a sentence already. */
function asSentence(error: unknown): never {
  throw error instanceof Error && !(error instanceof TypeError)
    ? new ProvisionError(error.message)
    : error;
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

import { parseArgs } from 'node:util';
import type { LogtoEmulatorOptions } from '../options.ts';

/** What the command line asks for. */
export type Command =
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'start'; json: boolean; options: LogtoEmulatorOptions };

/** A command line that is not understood: the message says what is wrong with it. */
export class UsageError extends Error {}

/** @throws UsageError */
export function parseCommandLine(args: string[]): Command {
  const { values } = parse(args);
  if (values.help) {
    return { kind: 'help' };
  }
  if (values.version) {
    return { kind: 'version' };
  }
  const port = wholeNumber('--port', values.port, 0, 65_535);
  const accessToken = wholeNumber('--access-token-ttl', values['access-token-ttl'], 1, 31_536_000);
  for (const name of ['host', 'seed', 'data'] as const) {
    if (values[name] === '') {
      throw new UsageError(`--${name} needs a value`);
    }
  }
  return {
    kind: 'start',
    json: values.json ?? false,
    options: {
      connectors: values.connector ?? [],
      logCodes: values['log-codes'] ?? false,
      ...(port !== undefined && { port }),
      ...(values.host !== undefined && { host: values.host }),
      ...(values.seed !== undefined && { seed: values.seed }),
      ...(values.data !== undefined && { data: values.data }),
      ...(accessToken !== undefined && { ttl: { accessToken } }),
    },
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        connector: { type: 'string', multiple: true },
        seed: { type: 'string' },
        data: { type: 'string' },
        'access-token-ttl': { type: 'string' },
        'log-codes': { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    // The first sentence says what is wrong; the rest is about positional arguments.
    throw new UsageError((error as Error).message.split('. ')[0]?.split('\n')[0]);
  }
}

function wholeNumber(
  name: string,
  text: string | undefined,
  min: number,
  max: number,
): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new UsageError(`${name} takes a whole number from ${min} to ${max}, not '${text}'`);
  }
  return value;
}

export const help = `Usage: logto-emulator [options]

Runs Logto on this machine: OpenID Connect, Management API, Experience API and sign-in pages.

  --port N                Port to listen on (3001; 0 takes a free one)
  --host H                Interface to listen on (127.0.0.1); any other lets other machines in
  --connector DIR         Folder of a connector package; may be given more than once
  --seed TEXT             Same text, same ids, keys and secrets
  --data FILE             Keep the state in this file over restarts
  --access-token-ttl N    Seconds that an access token lives (3600)
  --log-codes             Write verification codes to standard error
  --json                  Say in one line of JSON when it is ready, with the client secret
  --help                  Show this
  --version               Show the version
`;

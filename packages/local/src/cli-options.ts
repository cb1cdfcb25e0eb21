import { parseArgs } from 'node:util';
import {
  type ApplicationConfig,
  parseApplicationConfig,
  readApplicationConfig,
} from '@dm-kit/provision';

/** A command line that is not understood: the message says what is wrong with it. */
export class UsageError extends Error {}

/** What the command line asks for. */
export interface CliOptions {
  application: ApplicationConfig;
  logtoPort: number;
  mailPort: number;
  data: string | undefined;
  seed: string | undefined;
  /** One line of JSON in place of the table. */
  json: boolean;
}

export const help = `Usage: dm-kit-local [--spa URI | --web URI | --config FILE] [options]

Logto and Aliyun Direct Mail on this machine, set up for one application.

  --spa URI        an application in the browser, by its redirect URI
  --web URI        an application with a server, by its redirect URI
  --config FILE    an application as a file describes it (local.config.json in this folder)

  --write FILE     write the settings there: JSON when its name ends in .json, else environment variables
  --run COMMAND    run a command when all is ready, with the settings in its environment; everything ends with it
  --no-run         do not run what the file names
  --port N         port of Logto (3001; 0 takes a free one)
  --mail-port N    port of Direct Mail and the inbox (3010; 0 takes a free one)
  --data FILE      keep what Logto knows in a file
  --seed TEXT      same text, same ids and secrets
  --json           print one line of JSON when ready
  -h, --help
  --version
`;

const defaultFile = 'local.config.json';

/** The settings of an application that does not say which it wants. */
export const defaultValues = {
  LOGTO_ENDPOINT: '{endpoint}',
  LOGTO_APP_ID: '{appId}',
  LOGTO_APP_SECRET: '{appSecret}',
};
const defaultJsonValues = { endpoint: '{endpoint}', appId: '{appId}', appSecret: '{appSecret}' };

/** Reads the arguments. @throws {UsageError}, or a ProvisionError of the file: one sentence */
export async function readCliOptions(args: string[]): Promise<CliOptions | 'help' | 'version'> {
  const given = parse(args);
  if (given.help || given.version) {
    return given.help ? 'help' : 'version';
  }
  const logtoPort = portOf('port', given.port, 3001);
  const mailPort = portOf('mail-port', given['mail-port'], 3010);
  const { settings, start, ...described } = await readApplication(given);
  const { write: file, data, seed, json } = given;
  const fallback = file?.endsWith('.json') ? defaultJsonValues : defaultValues;
  return {
    application: {
      ...described,
      settings: file ? { file, values: settings?.values ?? fallback } : settings,
      start: given['no-run'] ? undefined : (given.run ?? start),
    },
    logtoPort,
    mailPort,
    data,
    seed,
    json,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        spa: { type: 'string' },
        web: { type: 'string' },
        config: { type: 'string' },
        write: { type: 'string' },
        run: { type: 'string' },
        'no-run': { type: 'boolean', default: false },
        port: { type: 'string' },
        'mail-port': { type: 'string' },
        data: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    // The first sentence says what is wrong; the rest is about positional arguments.
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
}

async function readApplication(given: ReturnType<typeof parse>): Promise<ApplicationConfig> {
  const { spa, web, config } = given;
  if ([spa, web, config].filter((one) => one !== undefined).length > 1) {
    throw new UsageError('--spa, --web and --config describe one application: give one of them');
  }
  const type = spa === undefined ? 'web' : 'spa';
  const uri = spa ?? web;
  if (uri === undefined) {
    return readApplicationConfig(config ?? defaultFile).catch((error: Error) => {
      const isMissing = config === undefined && error.message.startsWith('There is no');
      throw isMissing
        ? new UsageError(`Say which application: --spa URI, --web URI, or a file ${defaultFile}`)
        : error;
    });
  }
  if (!/^https?:\/\//.test(uri) || !URL.canParse(uri)) {
    throw new UsageError(
      `--${type} takes a redirect URI such as http://localhost:4200/callback, not "${uri}"`,
    );
  }
  const url = new URL(uri).origin;
  const described = { name: 'My application', type, url, redirectUris: [uri] };
  return parseApplicationConfig(described, `--${type}`);
}

function portOf(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) {
    return otherwise;
  }
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) {
    throw new UsageError(`--${name} takes a whole number from 0 to 65535, not "${text}"`);
  }
  return port;
}

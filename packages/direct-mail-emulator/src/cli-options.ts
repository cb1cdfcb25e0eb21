import { parseArgs } from 'node:util';
import { type DirectMailEmulatorOptions, defaults } from './options.ts';

/** What the command line asks for. */
export type CliOptions =
  | { show: 'help' | 'version' }
  | { show: 'emulator'; json: boolean; options: DirectMailEmulatorOptions };

export const help = `Usage: direct-mail-emulator [options]

Aliyun Direct Mail on this machine, with an inbox in the browser.

  --port N                     port to listen on, 0 for a free one (${defaults.port})
  --host ADDRESS               address to listen on (${defaults.host})
  --access-key ID:SECRET[:TOKEN]  key that may send, again for more (testid:testsecret)
  --sender ADDRESS             sender address that is set up, again for more
                               (${defaults.senders[0]})
  --requests-per-second N      calls a key may make in a second (${defaults.requestsPerSecond})
  --max-messages N             mails kept, the oldest go first (${defaults.maxMessages})
  --json                       print one line of JSON when ready
  -h, --help
  --version
`;

function whole(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new TypeError(`--${name} must be a whole number from ${least} to ${most}`);
  }
  return value;
}

function accessKey(text: string) {
  const [accessKeyId, accessKeySecret, ...token] = text.split(':');
  // The text itself stays out of the message: it holds a secret.
  if (!accessKeyId || !accessKeySecret) {
    throw new TypeError('--access-key must be ID:SECRET');
  }
  return { accessKeyId, accessKeySecret, securityToken: token.join(':') || undefined };
}

/** Reads the arguments. @throws {TypeError} that says in one line what is wrong */
export function readCliOptions(args: string[]): CliOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'access-key': { type: 'string', multiple: true },
      sender: { type: 'string', multiple: true },
      'requests-per-second': { type: 'string' },
      'max-messages': { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
  if (values.help) {
    return { show: 'help' };
  }
  if (values.version) {
    return { show: 'version' };
  }
  const options: DirectMailEmulatorOptions = {};
  if (values.port !== undefined) {
    options.port = whole('port', values.port, 0, 65_535);
  }
  if (values.host) {
    options.host = values.host;
  }
  if (values['access-key']) {
    options.accessKeys = values['access-key'].map(accessKey);
  }
  if (values.sender) {
    options.senders = values.sender;
  }
  const perSecond = values['requests-per-second'];
  if (perSecond) {
    options.requestsPerSecond = whole('requests-per-second', perSecond, 1, 1_000_000);
  }
  const most = values['max-messages'];
  if (most) {
    options.maxMessages = whole('max-messages', most, 1, 1_000_000);
  }
  return { show: 'emulator', json: values.json, options };
}

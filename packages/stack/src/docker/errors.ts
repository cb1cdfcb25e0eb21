import { StackError } from '../errors.ts';

/** What Docker says, and what a person can do about it. The first that matches counts. */
const remedies: [
  said: RegExp,
  remedy: string | ((match: RegExpMatchArray, scale: boolean) => string),
][] = [
  [
    /spawn docker ENOENT/,
    'Docker is not installed: install it (https://docs.docker.com/engine/install/), or leave `--logto docker` away to use the emulator.',
  ],
  [
    /unknown command: docker compose|'compose' is not a docker command|unknown flag: --file/,
    'Docker has no Compose: install its plugin (https://docs.docker.com/compose/install/).',
  ],
  [
    /permission denied.*docker.*(socket|daemon|sock)/is,
    'You may not use Docker: add yourself to its group (`sudo usermod -aG docker $USER`) and log in again.',
  ],
  [
    /cannot connect to the docker daemon|is the docker daemon running|docker desktop is not running|failed to connect to the docker api|error during connect/i,
    'Docker does not run: start Docker Desktop, or `sudo systemctl start docker`.',
  ],
  [
    /bind for \S*?:(\d+) failed: port is already allocated|(?:listen tcp\d? |host port for )\S*?:(\d+):\S* (?:bind: )?address already in use|ports are not available: exposing port \S+ \S*?:(\d+)/i,
    (match) =>
      `Port ${match[1] ?? match[2] ?? match[3]} is in use, and a container needs it: stop the program that listens there.`,
  ],
  [
    /no space left on device/i,
    'The disk is full: `docker system prune` gives back what Docker no longer uses.',
  ],
  [
    /(?:manifest for|pull access denied for|failed to resolve reference "?|error getting credentials|Head "?https:\/\/|Get "?https:\/\/|failed to do request|manifest unknown|TLS handshake timeout|no such host|toomanyrequests)/i,
    (_, scale) =>
      `An image cannot be pulled: check the network, a proxy or mirror in the settings of Docker, and then \`docker compose${scale ? ' --file compose.yaml --file compose.scale.yaml' : ''} pull\`.`,
  ],
  [
    /bind source path does not exist/i,
    'The connector or the Direct Mail emulator is not unpacked: start with `pnpm logto up`, which does that.',
  ],
];

/** The containers started, and one of them is not healthy. */
export class UnhealthyError extends StackError {
  constructor() {
    super(
      'Logto did not become healthy: `pnpm logto reset` begins again with an empty database; `pnpm logto logs` shows all that it prints.',
    );
  }

  /** The advice when the containers are taken down again: there are no logs to look at then. */
  static readonly whenTakenDown =
    'Logto did not become healthy, and is taken down again: `pnpm logto reset` begins again with an empty database; `pnpm logto up` leaves it up, so that `pnpm logto logs` shows all that it prints.';
}

const unhealthy =
  /dependency failed to start|is unhealthy|didn't complete successfully|application not healthy after|timeout waiting for dependencies|exited \(\d+\)/i;

/** Makes one sentence with a remedy out of what Docker printed. */
export function dockerError(output: string[], scale = false): StackError {
  const said = output.join('\n');
  for (const [pattern, remedy] of remedies) {
    const match = pattern.exec(said);
    if (match) {
      return new StackError(typeof remedy === 'string' ? remedy : remedy(match, scale));
    }
  }
  if (unhealthy.test(said)) {
    return new UnhealthyError();
  }
  return new StackError('Docker Compose failed.', output.slice(-20));
}

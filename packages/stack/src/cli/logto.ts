import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { compose, composeCommand } from '../docker/compose.ts';
import { DOCKER_LOGTO } from '../docker/logto-client.ts';
import { rollingRestart } from '../docker/rolling-restart.ts';
import { containers } from '../docker/status.ts';
import { up } from '../docker/up.ts';
import { StackError } from '../errors.ts';
import { ROOT } from '../paths.ts';
import { runCommand } from './run.ts';

const HELP = `The real Logto in Docker (compose.yaml), without the samples.

  pnpm logto up [--scale]  start it, or start it again with a changed connector; wait until it is healthy
  pnpm logto down          stop it; its data stay
  pnpm logto reset         stop it and delete its data
  pnpm logto logs          what the containers print, until Ctrl-C
  pnpm logto status        the containers and their health
  pnpm logto roll          restart one replica after the other, without an interruption (after up --scale)

  --scale                  also compose.scale.yaml: several replicas behind a proxy, Redis, two Next.js samples

Set it up for the samples with \`pnpm demo --logto docker\`, which uses one that is already up.
`;

type Options = { scale: boolean; interrupted: AbortSignal };

const ACTIONS: Record<string, (options: Options) => Promise<void>> = {
  async up({ scale, interrupted }) {
    const onLine = (line: string) => console.log(pc.dim(line));
    const ranAlready = await up({ scale, signal: interrupted, onLine });
    console.log(ranAlready ? 'It ran already, with this connector.' : 'It is up and healthy.');
    console.log(`Logto ${DOCKER_LOGTO.endpoint}, its console ${DOCKER_LOGTO.adminEndpoint}`);
    console.log('Mails http://localhost:3010');
  },
  async down() {
    await compose(['down', '--remove-orphans']);
    console.log('It is stopped; its data stay.');
  },
  async reset() {
    await compose(['down', '--remove-orphans', '--volumes']);
    console.log(
      'It is stopped and its data are deleted. `pnpm logto up` starts with an empty one.',
    );
  },
  async logs() {
    const [program, ...args] = composeCommand(['logs', '--follow', '--tail', '100']);
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => {});
    const [code] = (await Promise.race([once(child, 'exit'), once(child, 'error')])) as unknown[];
    // What is wrong has been printed by Compose; asking for the containers gives it its remedy.
    if (code !== 0) await containers();
  },
  async status() {
    const found = await containers();
    if (found.length === 0) console.log('It is not up. `pnpm logto up` starts it.');
    for (const { service, state, health } of found) {
      console.log(`${service.padEnd(20)}${state}${health ? `, ${health}` : ''}`);
    }
  },
  async roll({ interrupted }) {
    await rollingRestart((line) => console.log(line), interrupted);
  },
};

await runCommand(async (interrupted) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scale: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [name = ''] = positionals;
  if (values.help || name === '') {
    process.stdout.write(HELP);
    return;
  }
  const action = ACTIONS[name];
  if (!action) {
    throw new StackError(`pnpm logto ${Object.keys(ACTIONS).join('|')}, not "${name}".`);
  }
  await action({ scale: values.scale, interrupted });
});

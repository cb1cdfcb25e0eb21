import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs, styleText } from 'node:util';
import { describeChange } from '@dm-kit/provision';
import { samples } from '@dm-kit/samples';
import { build } from '../build.ts';
import { compose, composeCommand } from '../docker/compose.ts';
import { dockerLogto, managementClient } from '../docker/logto-client.ts';
import { rollingRestart } from '../docker/rolling-restart.ts';
import { containers, isScaled } from '../docker/status.ts';
import { up } from '../docker/up.ts';
import { UsageError } from '../errors.ts';
import { dockerDirectMail, dockerPorts } from '../logto/docker.ts';
import { repositoryRoot } from '../paths.ts';
import { requireFreePorts } from '../preflight.ts';
import { sampleUrls } from '../samples/sample-urls.ts';
import { writeReplicaSettings, writeSampleSettings } from '../samples/write-settings.ts';
import { setUp } from '../set-up.ts';
import { runCommand } from './run.ts';

const help = `The real Logto in Docker (compose.yaml), without the samples.

  pnpm logto up [--scale]  start it, or start it again with a changed connector; wait until it is healthy,
                           and set it up for the samples
  pnpm logto down          stop it; its data stay
  pnpm logto reset         stop it and delete its data
  pnpm logto logs          what the containers print, until Ctrl-C
  pnpm logto status        the containers and their health
  pnpm logto roll          restart one replica after the other, without an interruption (after up --scale)

  --scale                  also compose.scale.yaml: several replicas behind a proxy, Redis, two Next.js samples

\`pnpm demo --logto docker\` starts the samples as well, and uses a Logto that is already up.
`;

const notUp = 'It is not up. `pnpm logto up` starts it.';

interface Options {
  scale: boolean;
  interrupted: AbortSignal;
}

const actions: Record<string, (options: Options) => Promise<void>> = {
  async up({ scale, interrupted: signal }) {
    const onNote = (line: string) => console.log(styleText('dim', line));
    await requireFreePorts(await dockerPorts());
    const filters = ['@dm-kit/stack...', ...(scale ? ['./apps/nextjs'] : [])];
    await build({ filters, signal, onTask: (name) => onNote(`Building ${name}`) });
    await up({ scale, services: scale ? ['proxy'] : [], signal, onLine: onNote }).catch(
      sayWhatStays,
    );
    const known = await setUp({
      access: await managementClient(signal),
      directMail: dockerDirectMail,
      samples,
      urls: sampleUrls(samples, {}),
      onNote,
    });
    for (const change of await writeSampleSettings(samples, known)) {
      onNote(describeChange(change));
    }
    if (scale) {
      // They read at their start what has just been written.
      await writeReplicaSettings(known);
      await up({ scale, signal, onLine: onNote });
    }
    console.log(`Logto    ${dockerLogto.endpoint}, its console ${dockerLogto.adminEndpoint}`);
    console.log(`Mails    ${dockerDirectMail.url}`);
    if (scale) {
      console.log(`Next.js  ${known.nextjs?.url}`);
    }
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
  async logs({ interrupted: signal }) {
    // It is also what says that Docker is missing.
    const found = await containers();
    if (found.length === 0) {
      return console.log(notUp);
    }
    const args = ['logs', '--follow', '--tail', '100'];
    const [program, ...rest] = composeCommand(args, { scale: isScaled(found) });
    await once(
      spawn(program, rest, { cwd: repositoryRoot, stdio: ['ignore', 1, 2], signal }),
      'exit',
    );
  },
  async status() {
    const found = await containers();
    if (found.length === 0) {
      console.log(notUp);
    }
    for (const { service, state, health } of found) {
      console.log(`${service.padEnd(20)}${state}${health ? `, ${health}` : ''}`);
    }
  },
  async roll({ interrupted }) {
    await rollingRestart((line) => console.log(line), interrupted);
  },
};

/** A failed start leaves what did start, so that one can look at it. */
async function sayWhatStays(error: unknown): Promise<never> {
  const up = (await containers()).filter(({ state }) => state === 'running');
  if (up.length > 0) {
    const names = up.map(({ service }) => service).join(', ');
    console.error(`Still up: ${names}. \`pnpm logto down\` stops that.`);
  }
  throw error;
}

await runCommand(async (interrupted) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scale: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [name = ''] = positionals;
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) {
    const names = Object.keys(actions).join(' | ');
    throw new UsageError(
      `Say what to do with it: pnpm logto ${names}${name && ` (not "${name}")`}.`,
    );
  }
  await action({ scale: values.scale, interrupted });
});

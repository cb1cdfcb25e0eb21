import { runAfterUs } from '@dm-kit/processes';
import { emulatedAccount } from '@dm-kit/provision';
import { compose, composeCommand } from '../docker/compose.ts';
import { managementClient } from '../docker/logto-client.ts';
import { type Container, containers } from '../docker/status.ts';
import { type UpOptions, up } from '../docker/up.ts';
import type { NeededPort } from '../errors.ts';
import { neverCrashes, type Part } from '../part.ts';
import { repositoryRoot } from '../paths.ts';
import { directMailPort, logtoPort } from '../ports.ts';
import { reported } from '../progress.ts';
import { type LogtoOptions, type RunningLogto, refuseTtl } from './kind.ts';

const dockerLogtoName = 'Logto in Docker';

/** Direct Mail as compose.yaml has it: one address for us, one for Logto inside the network of the containers. */
export const dockerDirectMail: RunningLogto['directMail'] = {
  url: 'http://localhost:3010',
  inbox: true,
  account: { ...emulatedAccount, endpoint: 'http://direct-mail:3010' },
};

/** @throws {StackError} when there is no Docker, it does not run, or one may not use it. */
export async function requireDocker(): Promise<void> {
  await containers();
}

const adminPort: NeededPort = { name: "Console of Docker's Logto", port: 3002 };

/** The ports of the containers, unless ours have them already. */
export async function dockerPorts(): Promise<NeededPort[]> {
  const found = await containers();
  const needed = [logtoPort, adminPort, directMailPort];
  return found.some(isUp) ? [] : needed.map((port) => ({ ...port, isFixed: true }));
}

function isUp({ state }: Container): boolean {
  return state === 'running' || state === 'restarting';
}

/**
 * The real Logto, with PostgreSQL and the Direct Mail emulator, as compose.yaml has them. One that is up
 * already is used, started anew only for another connector, and stays up afterwards, whatever happens.
 */
export async function startDockerLogto({
  unpack,
  ...options
}: LogtoOptions & Pick<UpOptions, 'unpack'>): Promise<RunningLogto> {
  const { signal, onProgress } = options;
  refuseTtl(options);
  let access: RunningLogto['access'] | undefined;
  // One that is up is used, whoever asks: its ports are taken.
  const wasUp = (await containers()).some((one) => one.service === 'logto' && isUp(one));
  const project = wasUp ? undefined : options.composeProject;
  const part = await reported(onProgress, dockerLogtoName, async (onLine): Promise<Part> => {
    const stop = wasUp ? async () => {} : downAtTheEnd(project);
    try {
      await up({ project, isTakenDown: !wasUp, signal, onLine, unpack });
      access = await managementClient(signal, project);
    } catch (error) {
      // The first error is the one to show.
      await stop().catch(() => {});
      throw error;
    }
    return {
      name: dockerLogtoName,
      url: access.endpoint,
      // A container that ends is started again by Docker.
      crashed: neverCrashes,
      stop,
    };
  });
  if (!access) {
    throw new Error('Logto is up, but its client is not known');
  }
  return {
    parts: [part],
    name: dockerLogtoName,
    url: part.url,
    access,
    staysUp: wasUp,
    async rebuilt() {
      await up({ project, signal });
    },
    directMail: dockerDirectMail,
  };
}

/**
 * Takes the containers down, and has that done as well if we are killed before: Docker would otherwise start them
 * again with the machine. A project of somebody's own loses its data.
 */
function downAtTheEnd(project: string | undefined): () => Promise<void> {
  const args = ['down', ...(project ? ['--volumes'] : [])];
  const command = composeCommand(args, { project });
  const isDone = runAfterUs({ command, cwd: repositoryRoot });
  return async () => {
    await compose(args, { project });
    isDone();
  };
}

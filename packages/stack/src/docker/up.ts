import { join } from 'node:path';
import { requireBuild } from '../built.ts';
import { StackError } from '../errors.ts';
import { builtFiles } from '../paths.ts';
import { compose } from './compose.ts';
import { UnhealthyError } from './errors.ts';
import { type Container, containers, isScaled, lastExitCode } from './status.ts';
import { unpack } from './unpacked.ts';

/** Seconds until all containers must be healthy; pulling the images comes before. */
const startTimeout = 180;

export interface UpOptions {
  scale?: boolean | undefined;
  project?: string | undefined;
  /** Whether what failed is taken down again, by who asks. */
  isTakenDown?: boolean | undefined;
  /** Only these services and what they depend on. */
  services?: string[] | undefined;
  signal?: AbortSignal | undefined;
  onLine?: ((line: string) => void) | undefined;
  /** How a package comes to where it is mounted; gives a digest of it. */
  unpack?: typeof unpack | undefined;
}

/**
 * Brings the containers up with the present connector and emulator, and waits until they are healthy.
 * Several replicas stay several.
 * @returns whether Logto ran already with just these: nothing was touched then.
 */
export async function up(options: UpOptions): Promise<boolean> {
  const { services = [], signal, onLine, unpack: unpackPackage = unpack } = options;
  requireBuild('connector', join(builtFiles.connector, 'lib/index.js'));
  requireBuild('Direct Mail emulator', builtFiles.directMail);
  // First of all: it is what says that Docker is missing.
  const before = await containers(options.project);
  const env = {
    CONNECTOR_DIGEST: await unpackPackage('connector-aliyun-dm', signal),
    EMULATOR_DIGEST: await unpackPackage('direct-mail-emulator', signal),
  };
  const of = (name: string) => before.filter(({ service }) => service === name);
  const isCurrent =
    isServing(of('logto'), 'dm-kit.connector', env.CONNECTOR_DIGEST) &&
    isServing(of('direct-mail'), 'dm-kit.emulator', env.EMULATOR_DIGEST);
  if (isCurrent && !options.scale) {
    return true;
  }
  // The first file alone would want the ports that the proxy has, and one Logto.
  const scale = options.scale || isScaled(before);
  try {
    await compose(
      [
        'up',
        '--detach',
        '--wait',
        '--wait-timeout',
        String(startTimeout),
        '--quiet-pull',
        ...services,
      ],
      { scale, project: options.project, env, signal, onLine },
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof UnhealthyError ? await withLogs(error, scale, options) : error;
  }
  return false;
}

/** Whether all are made with this package, and one answers: others may just be restarted. */
function isServing(replicas: Container[], label: string, digest: string) {
  return (
    replicas.every(({ labels }) => labels[label] === digest) &&
    replicas.some(({ health }) => health === 'healthy')
  );
}

/** The reason why a container is not healthy stands in what it printed, and in how it ended. */
async function withLogs(
  { message }: UnhealthyError,
  scale: boolean,
  { project, isTakenDown = false }: UpOptions,
): Promise<StackError> {
  const failed = (await containers(project)).filter(
    (container) =>
      hasEnded(container) ||
      (container.state !== 'created' && container.health !== '' && container.health !== 'healthy'),
  );
  const endings = await Promise.all(
    failed.map(async (container) => {
      const { service, id, exitCode } = container;
      return describeExit(service, hasEnded(container) ? exitCode : await lastExitCode(id));
    }),
  );
  const services = new Set(failed.map(({ service }) => service));
  const logs = await compose(['logs', '--no-color', '--tail', '30', ...services], {
    scale,
    project,
  });
  const advice = isTakenDown ? UnhealthyError.whenTakenDown : message;
  return new StackError(advice, [...logs, ...endings.flat()]);
}

/** Whether it ended although it should not: what prepares the database ends well by itself. */
function hasEnded({ service, state, exitCode }: Container): boolean {
  const isOver = state === 'exited' || state === 'restarting' || state === 'dead';
  return exitCode !== 0 || (isOver && service !== 'logto-database');
}

function describeExit(service: string, exitCode: number | undefined): string[] {
  if (exitCode === undefined) {
    return [];
  }
  // 128 + SIGKILL: nobody else sends it.
  const reason = exitCode === 137 ? ': killed, most often for want of memory' : '';
  return [`${service} ended with exit code ${exitCode}${reason}`];
}

import { runToEnd } from '@dm-kit/processes';
import { compose } from './compose.ts';

/** A container of ours. */
export interface Container {
  id: string;
  service: string;
  /** `running`, `exited`, … */
  state: string;
  /** `healthy`, `unhealthy`, `starting`, or nothing where there is no health check. */
  health: string;
  /** Of the last end; 0 while it has not ended. */
  exitCode: number;
  labels: Record<string, string>;
}

/** The containers of the project, stopped ones too. @throws {StackError} when Docker is not there. */
export async function containers(project?: string): Promise<Container[]> {
  const output = await compose(['ps', '--all', '--format', 'json', '--no-trunc'], { project });
  return parseContainers(output);
}

/** How a container ended last, in these ten minutes: once Docker has started it again, its own state does not say so. */
export async function lastExitCode(id: string): Promise<number | undefined> {
  const lines: string[] = [];
  const now = Math.ceil(Date.now() / 1000);
  await runToEnd({
    command: [
      ...(['docker', 'events', '--since', '10m', '--until', String(now)] as const),
      ...['--filter', `container=${id}`, '--filter', 'event=die'],
      ...['--format', '{{.Actor.Attributes.exitCode}}'],
    ],
    onLine: (line) => lines.push(line),
  });
  return lines
    .filter((line) => /^\d+$/.test(line))
    .map(Number)
    .at(-1);
}

/** Whether these are of `compose.scale.yaml` as well. */
export function isScaled(found: Container[]): boolean {
  return found.some(({ service }) => service === 'proxy');
}

/** Reads `docker compose ps --format json`: one object a line, or (before 2.21) one array of them. */
export function parseContainers(output: string[]): Container[] {
  const objects = output
    .filter((line) => /^[[{]/.test(line))
    .flatMap((line): ComposePs[] => JSON.parse(line));
  return objects.map(({ ID, Service, State, Health, ExitCode, Labels }) => ({
    id: ID,
    service: Service,
    state: State,
    health: Health ?? '',
    exitCode: ExitCode ?? 0,
    labels: Object.fromEntries(
      (Labels ?? '').split(',').flatMap((label) => {
        const [name, ...value] = label.split('=');
        return name ? [[name, value.join('=')]] : [];
      }),
    ),
  }));
}

interface ComposePs {
  ID: string;
  Service: string;
  State: string;
  Health?: string;
  ExitCode?: number;
  Labels?: string;
}

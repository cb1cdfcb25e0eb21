import { setTimeout as delay } from 'node:timers/promises';
import { runToEnd } from '@dm-kit/processes';
import { StackError } from '../errors.ts';
import { dockerError } from './errors.ts';
import { containers } from './status.ts';

const startTimeout = 120;

/**
 * Restarts every replica of Logto, one at a time: the next one only when the last one is healthy again.
 * @throws {StackError} when there is but one, or when one does not come back.
 */
export async function rollingRestart(
  onLine: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const replicas = await logtoReplicas();
  if (replicas.length < 2) {
    throw new StackError('There is but one Logto: `pnpm logto up --scale` starts several.');
  }
  for (const [index, { id }] of replicas.entries()) {
    const output: string[] = [];
    const ending = await runToEnd({
      // It has as long as its longest request to finish.
      command: ['docker', 'restart', '-t', '30', id],
      signal,
      onLine: (line) => output.push(line),
    });
    if (!('exitCode' in ending) || ending.exitCode !== 0) {
      throw dockerError(output);
    }
    await untilHealthy(id, signal);
    onLine(`${index + 1} of ${replicas.length} restarted`);
  }
}

async function logtoReplicas() {
  return (await containers()).filter(({ service }) => service === 'logto');
}

async function untilHealthy(id: string, signal: AbortSignal): Promise<void> {
  for (let second = 0; second < startTimeout; second += 1) {
    const replica = (await logtoReplicas()).find((container) => container.id === id);
    if (replica?.health === 'healthy') {
      return;
    }
    await delay(1000, undefined, { signal });
  }
  throw new StackError('A replica did not come back: see `pnpm logto logs`.');
}

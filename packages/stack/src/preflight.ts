import { isFree } from '@dm-kit/processes';
import { samples as registry } from '@dm-kit/samples';
import { type NeededPort, portTaken } from './errors.ts';
import { logtoKinds } from './logto/index.ts';
import { samplePorts } from './ports.ts';
import type { StackOptions } from './stack.ts';

/** Finds out before anything is built or started what would stop the stack later. @throws what that would be. */
export async function preflight(options: StackOptions): Promise<void> {
  const { logto = 'emulator', ports, samples = registry } = options;
  const kind = logtoKinds[logto];
  await kind.check();
  if (ports === 'free') {
    return;
  }
  const needed = [...samplePorts(samples), ...(await kind.listensOn())];
  await requireFreePorts(needed);
}

/** @throws {PortTakenError} naming every one that is in use. */
export async function requireFreePorts(needed: NeededPort[]): Promise<void> {
  const free = await Promise.all(needed.map(({ port }) => isFree(port)));
  const taken = needed.filter((_, index) => !free[index]);
  if (taken.length > 0) {
    throw await portTaken(...taken);
  }
}

import { samples as registry } from '@dm-kit/samples';
import { PortTakenError } from './errors.ts';
import { logtoKinds } from './logto/index.ts';
import { samplePorts } from './needed-ports.ts';
import { isFree } from './ports.ts';
import type { StackOptions } from './stack.ts';

/** Finds out before anything is built or started what would stop the stack later. @throws what that would be. */
export async function preflight(options: StackOptions): Promise<void> {
  const { logto = 'emulator', ports, samples = registry } = options;
  const kind = logtoKinds[logto];
  await kind.check();
  if (ports === 'free') {
    return;
  }
  for (const { name, port } of [...samplePorts(samples), ...kind.listensOn]) {
    if (!(await isFree(port))) {
      throw new PortTakenError(name, port);
    }
  }
}

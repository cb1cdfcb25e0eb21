import { angularName } from './angular.ts';
import { directMailName } from './direct-mail.ts';
import { PortTakenError } from './errors.ts';
import { logtoKinds } from './logto/index.ts';
import { nextjsName } from './nextjs.ts';
import { fixedPorts, isFree, type Ports } from './ports.ts';
import type { StackOptions } from './stack.ts';

const listeners: Record<keyof Ports, string> = {
  nextjs: nextjsName,
  angular: angularName,
  logto: 'Logto',
  directMail: directMailName,
};

/** Finds out before anything is built or started what would stop the stack later. @throws what that would be. */
export async function preflight({ logto = 'emulator', ports }: StackOptions): Promise<void> {
  const kind = logtoKinds[logto];
  await kind.check();
  if (ports === 'free') {
    return;
  }
  for (const part of ['nextjs', 'angular', ...kind.listensOn] as const) {
    const port = fixedPorts[part];
    if (!(await isFree(port))) {
      throw new PortTakenError(listeners[part], port);
    }
  }
}

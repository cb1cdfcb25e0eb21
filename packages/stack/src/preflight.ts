import { ANGULAR } from './angular.ts';
import { DIRECT_MAIL } from './direct-mail.ts';
import { PortTakenError } from './errors.ts';
import { LOGTO_KINDS } from './logto/index.ts';
import { NEXTJS } from './nextjs.ts';
import { FIXED_PORTS, isFree, type Ports } from './ports.ts';
import type { StackOptions } from './stack.ts';

const LISTENERS: Record<keyof Ports, string> = {
  nextjs: NEXTJS,
  angular: ANGULAR,
  logto: 'Logto',
  directMail: DIRECT_MAIL,
};

/** Finds out before anything is built or started what would stop the stack later. @throws what that would be. */
export async function preflight({ logto = 'emulator', ports }: StackOptions): Promise<void> {
  const kind = LOGTO_KINDS[logto];
  await kind.check();
  if (ports === 'free') return;
  for (const part of ['nextjs', 'angular', ...kind.listensOn] as const) {
    const port = FIXED_PORTS[part];
    if (!(await isFree(port))) throw new PortTakenError(LISTENERS[part], port);
  }
}

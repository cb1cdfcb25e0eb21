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

/** Finds out early what would stop the stack late. @throws {PortTakenError} */
export async function requireFreePorts({ logto = 'emulator', ports }: StackOptions): Promise<void> {
  if (ports === 'free') return;
  const parts: (keyof Ports)[] = ['nextjs', 'angular', ...LOGTO_KINDS[logto].listensOn];
  for (const part of parts) {
    const port = FIXED_PORTS[part];
    if (!(await isFree(port))) throw new PortTakenError(LISTENERS[part], port);
  }
}

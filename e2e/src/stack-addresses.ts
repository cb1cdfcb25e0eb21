import type { LogtoAccess } from '@dm-kit/provision';
import type { Settings, Stack } from '@dm-kit/stack';

/** Where the parts are and what the samples were started with: all that a test knows about the stack. */
export interface StackAddresses {
  angular: string;
  nextjs: string;
  logto: string;
  directMail: string;
  settings: Settings;
  /** The machine-to-machine client that may manage this Logto. */
  access: LogtoAccess;
}

export function addressesOf(stack: Stack): StackAddresses {
  return {
    angular: stack.angular.url,
    nextjs: stack.nextjs.url,
    logto: stack.logto.url,
    directMail: stack.directMail.url,
    settings: stack.settings,
    access: stack.logto.access,
  };
}

const stackVariable = 'E2E_STACK';

export function shareStack(addresses: StackAddresses): void {
  process.env[stackVariable] = JSON.stringify(addresses);
}

export function readStack(): StackAddresses {
  return JSON.parse(process.env[stackVariable] ?? 'null');
}

import type { LogtoAccess } from '@dm-kit/provision';
import type { Stack } from '@dm-kit/stack';

/** Where the parts are and what the samples were started with: all that a test knows about the stack. */
export interface StackAddresses {
  /** By their names in the registry. */
  samples: Stack['samples'];
  logto: string;
  directMail: string;
  /** The machine-to-machine client that may manage this Logto. */
  access: LogtoAccess;
}

export function addressesOf({ samples, logto, directMail }: Stack): StackAddresses {
  return { samples, logto: logto.url, directMail: directMail.url, access: logto.access };
}

/** A sample of the stack. @throws when it has none of this name. */
export function startedSample({ samples }: StackAddresses, name: string) {
  const sample = samples[name];
  if (!sample) {
    throw new Error(`The stack has no sample "${name}", but ${Object.keys(samples).join(', ')}.`);
  }
  return sample;
}

/** The stacks of a run. */
export interface Stacks {
  main: StackAddresses;
  /** Its access tokens live for seconds; absent where Logto cannot be told so. */
  shortLived?: StackAddresses;
}

const variable = 'E2E_STACKS';

/** Playwright's workers inherit the environment. */
export function shareStacks(stacks: Stacks): void {
  process.env[variable] = JSON.stringify(stacks);
}

export function readStacks(): Stacks {
  return JSON.parse(process.env[variable] ?? 'null');
}

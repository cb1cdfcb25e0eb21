import { emulatedAccount } from './environment.ts';
import { trimSlash } from './logto.ts';

/**
 * Where **we** find the Direct Mail emulator that Logto has at `endpoint`: there, or, since Logto may be in a container
 * or behind another name, at the same port of this machine. The first that answers, else the first.
 */
export async function findInbox(endpoint: string = emulatedAccount.endpoint): Promise<string> {
  const here = new URL(endpoint);
  here.hostname = 'localhost';
  const candidates = [...new Set([trimSlash(endpoint), trimSlash(here.href)])];
  for (const candidate of candidates) {
    const signal = AbortSignal.timeout(2000);
    const isReady = await fetch(`${candidate}/readyz`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) {
      return candidate;
    }
  }
  return candidates[0] as string;
}

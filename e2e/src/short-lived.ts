import { startStack } from '@dm-kit/stack';
import { test as base, expect } from './fixtures.ts';
import type { Sample } from './pages/sample.ts';
import { addressesOf, type StackAddresses } from './stack-addresses.ts';

const ttlSeconds = 6;

/** The same tests' fixtures, on a stack of its own whose access tokens live for seconds. */
export const test = base.extend<object, { shortLived: StackAddresses }>({
  shortLived: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      await using stack = await startStack({ ports: 'free', accessTokenTtl: ttlSeconds });
      await use(addressesOf(stack));
    },
    { scope: 'worker' },
  ],
  stack: ({ shortLived }, use) => use(shortLived),
});

/** Only the emulator can give access tokens that live for seconds. */
export const isPossible = (process.env.LOGTO_KIND ?? 'emulator') === 'emulator';

/** Waits until the access token that was issued then has expired. */
export function untilExpired(issued: Date): Promise<void> {
  return expect
    .poll(() => Date.now(), { timeout: 2 * ttlSeconds * 1000 })
    .toBeGreaterThan(issued.getTime() + (ttlSeconds + 1) * 1000);
}

/** Counts how often a tab goes to Logto to be signed in: a renewal does without. */
export function signInsOf({ page }: Sample): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().includes('/oidc/auth')) {
      count += 1;
    }
  });
  return () => count;
}

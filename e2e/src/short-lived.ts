import { test as base } from './fixtures.ts';
import type { Sample } from './pages/sample.ts';
import { readStacks } from './stack-addresses.ts';
import { until } from './until.ts';

/** Seconds that an access token of the second stack lives. */
export const shortTtl = 6;

/** The same tests' fixtures, on a stack whose access tokens live for seconds; only the emulator can give such tokens. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  stack: async ({}, use, testInfo) => {
    const { shortLived } = readStacks();
    if (!shortLived) {
      return testInfo.skip(true, 'access tokens of this Logto live too long');
    }
    await use(shortLived);
  },
});

/** Waits until the access token that was issued then has expired. */
export function untilExpired(issued: Date): Promise<void> {
  return until(issued, shortTtl + 1);
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

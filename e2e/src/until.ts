import { expect } from '@playwright/test';

/** Waits until so many seconds have passed since then: tokens age by the clock. */
export function until(since: Date, seconds: number): Promise<void> {
  return expect
    .poll(() => Date.now(), { timeout: (seconds + 5) * 1000, intervals: [100] })
    .toBeGreaterThan(since.getTime() + seconds * 1000);
}

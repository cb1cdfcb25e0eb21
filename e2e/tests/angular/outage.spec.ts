import type { Page } from '@playwright/test';
import { expect } from '../../src/fixtures.ts';
import { Sample } from '../../src/pages/sample.ts';
import { signInsOf, test, untilExpired } from '../../src/short-lived.ts';
import { until } from '../../src/until.ts';

test('a session outlives a Logto that is away while it is renewed', {
  tag: '@trap:outage',
}, async ({ sample, visitor, page }) => {
  await visitor.register(sample);
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  const issued = await sample.issuedAt();
  await page.goto('about:blank');
  await untilExpired(issued);

  // A proxy with nothing behind it, as during a restart. The routes stay until the end.
  let refused = 0;
  await page.route(/\/oidc\/token$/, async (route) => {
    refused += 1;
    await (refused <= 2 ? route.fulfill({ status: 503 }) : route.continue());
  });
  await page.route(/\/oidc\/me$/, (route) => route.fulfill({ status: 503 }));
  const signIns = signInsOf(sample);
  await sample.open('/profile');
  await sample.expectProfile(visitor.address);
  expect((await sample.issuedAt()).getTime()).toBeGreaterThan(issued.getTime());
  expect(signIns()).toBe(0);
});

test('a tab whose renewal is slow does not end the session of the others', {
  tag: ['@trap:one-renewal', '@trap:tab-storage'],
}, async ({ sample, visitor, page, context }) => {
  test.slow();
  await visitor.register(sample);
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  const issued = await sample.issuedAt();
  await page.goto('about:blank');
  await untilExpired(issued);

  // A slow network: its request arrives when the other tab waits for the lock. Without the lock, that tab's own has
  // then been answered for longer than the three seconds in which Logto takes a refresh token twice.
  const slow = new Sample(await context.newPage(), sample.name, sample.url);
  const signIns = [sample, slow].map(signInsOf);
  const asked = slow.page.waitForRequest(/\/oidc\/token$/);
  const answered = slow.page.waitForResponse(/\/oidc\/token$/);
  const others = page
    .waitForResponse(/\/oidc\/token$/)
    .then(() => until(new Date(), 4.5))
    .catch(() => {});
  await slow.page.route(/\/oidc\/token$/, async (route) => {
    await Promise.race([others, untilLockIsAsked(page)]);
    await route.continue();
  });
  await slow.open('/profile');
  await asked;
  await sample.open('/profile');
  await answered;
  await sample.expectProfile(visitor.address);
  await slow.expectProfile(visitor.address);
  expect(signIns.map((count) => count())).toEqual([0, 0]);
});

/** Waits until a tab waits for a lock that another one has. */
async function untilLockIsAsked(page: Page): Promise<void> {
  await expect(async () => {
    const { pending } = await page.evaluate(() => navigator.locks.query());
    expect(pending).toHaveLength(1);
  }).toPass({ timeout: 30_000 });
}

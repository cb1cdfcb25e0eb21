import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../../src/accessibility.ts';
import { expect, test } from '../../src/fixtures.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page passes axe, ${colorScheme}`, async ({ sample, visitor, page }) => {
    await page.emulateMedia({ colorScheme });
    await sample.open();
    await sample.expectSignedOut();
    await expectAccessible(page);

    await visitor.register(sample);
    await expectAccessible(page);

    await sample.openProfile();
    await sample.expectProfile(visitor.address);
    await expectAccessible(page);
  });
}

test('works by keyboard on a phone-wide screen', async ({ sample, logto, visitor, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await sample.open();
  await sample.expectSignedOut();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(320);

  await focusByTab(page, sample.main.getByRole('button', { name: 'Create account' }));
  await page.keyboard.press('Enter');
  await logto.expectRegister();
  await focusByTab(page, logto.address);
  await page.keyboard.type(visitor.address);
  await page.keyboard.press('Enter');
  await logto.enterCode(await visitor.readCode());
  await sample.expectSignedIn(visitor.address);
});

/** Presses Tab until this element has the focus. */
async function focusByTab(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} cannot be reached with the Tab key`);
}

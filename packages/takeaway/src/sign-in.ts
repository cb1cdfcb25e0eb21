import { launchOptions } from '@dm-kit/chromium';
import { chromium, expect } from '@playwright/test';

/** Creates an account in the application, with the code that `codeFor` gives. */
export async function signIn(
  url: string,
  codeFor: (address: string) => Promise<string>,
): Promise<void> {
  const address = `ada-${Date.now()}@mail.example.com`;
  const browser = await chromium.launch(await launchOptions());
  try {
    const page = await browser.newPage({ locale: 'en-US' });
    page.setDefaultTimeout(60_000);
    await page.goto(url);
    await page.getByRole('main').getByRole('button', { name: 'Create account' }).click();
    await page.locator('input[name=identifier]').fill(address);
    await page.getByRole('button', { name: 'Create account', exact: true }).click();
    const code = await codeFor(address);
    await page.locator('input[name=passcode_0]').click();
    await page.keyboard.type(code);
    await expect(page.getByRole('banner').getByText(address)).toBeVisible({ timeout: 60_000 });
  } finally {
    await browser.close();
  }
}

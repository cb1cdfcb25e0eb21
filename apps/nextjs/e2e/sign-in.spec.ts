import { expect, test } from '@playwright/test';

/** The inbox that `npm run demo` starts, as a program reads it. */
const inbox = 'http://localhost:3010/api/v1/messages';

test('somebody registers with the code from the mail, and signs out', async ({ page, request }) => {
  const address = `ada-${Date.now()}@example.com`;
  await page.goto('/');
  await page.getByRole('button', { name: 'Create account' }).click();

  await page.locator('input[name=identifier]').fill(address);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveTitle('Verify your email');
  const mail = await request.get(`${inbox}/wait`, { params: { to: address, timeout: 10 } });
  const [, code = ''] = />\s*(\d{6})\s*</.exec((await mail.json()).html) ?? [];
  await page.locator('input[name=passcode_0]').click();
  await page.keyboard.type(code);

  await expect(page.getByText(`Signed in as ${address}`)).toBeVisible();
  await page.getByRole('link', { name: 'See your profile' }).click();
  await expect(page.getByRole('cell', { name: address })).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
});

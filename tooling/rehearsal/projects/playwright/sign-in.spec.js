import { loadEnvFile } from 'node:process';
import { expect, test } from '@playwright/test';

test('a user registers with the code from the mail', async ({ page, request }) => {
  loadEnvFile();
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Create account' }).click();
  await page.locator('input[name=identifier]').fill('ada@mail.example.com');
  await page.getByRole('button', { name: 'Create account' }).click();
  const mail = await request.get(`${process.env.INBOX}/api/v1/messages/wait`, {
    params: { to: 'ada@mail.example.com' },
  });
  const { code } = await mail.json();
  await page.locator('input[name=passcode_0]').click();
  await page.keyboard.type(code);
  await expect(page.getByText('Hello ada@mail.example.com')).toBeVisible();
});

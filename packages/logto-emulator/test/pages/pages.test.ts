import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { emailCodes, openTenant, passwords } from '../support/tenant.ts';
import { launchBrowser, openVisitor } from './visitor.ts';

let browser: Browser;
let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  [browser, tenant] = await Promise.all([launchBrowser(), openTenant()]);
}, 60_000);
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser.close();
  await tenant[Symbol.asyncDispose]();
});

function visit(options = {}) {
  return openVisitor(browser, tenant, options);
}
function change(...experiences: object[]) {
  return tenant.api('PATCH', '/sign-in-exp', Object.assign({}, emailCodes, ...experiences));
}
const darkColors = { isDarkModeEnabled: true, darkPrimaryColor: '#8768F8' };

describe('passwords', () => {
  test('registering with one, signing in with it, forgetting it and setting another', async () => {
    await change(passwords);
    const address = 'ada@example.com';
    const { page, ...visitor } = await visit();
    const save = page.locator('[name=submit]');

    await visitor.start({ first_screen: 'register' });
    await visitor.enterAddress(address);
    await visitor.typeCode(() => tenant.mailbox.codeFor(address));
    await page.locator('[name=newPassword]').fill('short');
    await save.click();
    expect(await page.getByRole('alert').textContent()).toBe('Minimum length is 8.');
    await page.locator('[name=newPassword]').fill('abcdefgh');
    await save.click();
    await page.getByText('Avoid overusing sequential characters.').waitFor();
    await page.locator('[name=newPassword]').fill('Aa1!correct-horse');
    await save.click();
    await visitor.untilRedirected();

    const returning = await visit();
    await returning.start();
    await returning.enterAddress(address);
    await returning.page.getByRole('link', { name: 'Sign in with password' }).click();
    const password = returning.page.locator('[name=password]');
    await password.fill('wrong');
    await password.press('Enter');
    await returning.page.getByText('Incorrect account or password.').waitFor();
    await returning.page.getByText('Forgot your password?').click();
    await returning.page.getByRole('button', { name: 'Continue' }).click();
    await returning.page.locator('[name=passcode_0]').waitFor();
    await returning.typeCode(() => tenant.mailbox.codeFor(address));
    await returning.page.locator('[name=newPassword]').fill('Aa1!correct-horse');
    await returning.page.locator('[name=newPassword]').press('Enter');
    await returning.page.getByRole('alert').waitFor();
    await returning.page.locator('[name=newPassword]').fill('Bb2!another-horse');
    await returning.page.locator('[name=newPassword]').press('Enter');
    await returning.page.getByText('Password changed').waitFor();
    expect(new URL(returning.page.url()).pathname).toBe('/sign-in');

    await returning.enterAddress(address);
    await returning.page.getByRole('link', { name: 'Sign in with password' }).click();
    await password.fill('Bb2!another-horse');
    await password.press('Enter');
    await returning.untilRedirected();
  });

  test('can be shown and hidden, by mouse and by keyboard', async () => {
    await change(passwords, {
      signIn: {
        methods: [
          { identifier: 'email', password: true, verificationCode: false, isPasswordPrimary: true },
        ],
      },
    });
    const { page, ...visitor } = await visit();
    await visitor.start();
    const password = page.locator('[name=password]');
    await password.fill('secret-enough');
    const toggle = page.locator('[name=password] + button');
    await toggle.click();
    expect(await password.getAttribute('type')).toBe('text');
    await toggle.press('Enter');
    expect(await password.getAttribute('type')).toBe('password');
    expect(await page.content()).not.toContain('secret-enough');
  });
});

describe('a session that is gone', () => {
  test('is told on the first screen', async () => {
    await change();
    const { page, ...visitor } = await visit();
    await visitor.start();
    await page.context().clearCookies();
    await visitor.enterAddress('late@example.com');
    await page.getByText('Session not found. Please go back and sign in again.').waitFor();
  });

  test.each([
    ['en-US', 'Session not found. Please go back and sign in again.'],
    ['zh-CN', '未找到会话，请返回并重新登录。'],
  ])('shows a page of its own (%s)', async (locale, text) => {
    const { page } = await visit({ locale });
    await page.goto(`${tenant.logto.url}/sign-in`);
    await page.getByText(text).waitFor();
    expect(page.url()).toBe(`${tenant.logto.url}/unknown-session`);
  });
});

describe('the look', () => {
  const buttonColor = ({ page }: Awaited<ReturnType<typeof visit>>) =>
    page.evaluate(
      `getComputedStyle(document.querySelector('button[type=submit]')).backgroundColor`,
    );

  test('has the brand’s colour, and another in the dark', async () => {
    await change({ color: { primaryColor: '#0A7D4F', ...darkColors } });
    const light = await visit({ colorScheme: 'light' });
    const dark = await visit({ colorScheme: 'dark' });
    await Promise.all([light.start(), dark.start()]);
    expect(await buttonColor(light)).toBe('rgb(10, 125, 79)');
    expect(await buttonColor(dark)).toBe('rgb(135, 104, 248)');
  });

  test('is dark only where the sign-in experience allows it', async () => {
    await change({ color: { primaryColor: '#6139F6', ...darkColors, isDarkModeEnabled: false } });
    const visitor = await visit({ colorScheme: 'dark' });
    await visitor.start();
    expect(await buttonColor(visitor)).toBe('rgb(97, 57, 246)');
  });

  test('fits a window of 320 pixels', async () => {
    await change(passwords);
    const { page, ...visitor } = await visit({ viewport: { width: 320, height: 600 } });
    const overflow = () =>
      page.locator('#app').evaluate((app) => app.scrollWidth - app.clientWidth);
    await visitor.start();
    expect(await overflow()).toBe(0);
    const address = 'an-address-that-is-rather-long-for-a-narrow-window@mail.example.com';
    await visitor.enterAddress(address);
    await page.locator('[name=passcode_0]').waitFor();
    expect(await overflow()).toBe(0);
    await visitor.typeCode(() => tenant.mailbox.codeFor(address));
    await page.getByRole('dialog').waitFor();
    const box = await page.getByRole('dialog').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
  });

  test('speaks the language that the application asks for', async () => {
    const { page, ...visitor } = await visit();
    await visitor.start({ ui_locales: 'fr zh-CN' });
    expect(await page.title()).toBe('登录你的账号');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});

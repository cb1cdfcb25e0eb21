import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTranslate } from '../../src/pages/client/phrases/language.ts';
import { openTenant, usernamePasswords } from '../support/tenant.ts';
import { look, readScreens, type Screen, withoutChance } from './screen.ts';
import { launchBrowser, openVisitor, type Visitor } from './visitor.ts';

const recorded = readScreens('logto-1.42/ui-screens-fresh.json');
const password = 'Nn2@another-horse';
/** What the recorder registered with; the time in it is that of its run. */
const username = 'ada_1795535535397';

/** What Logto has before anybody configures it. */
const fresh = {
  ...usernamePasswords,
  // A fresh Logto asks a public service about leaked passwords; a test asks nobody.
  passwordPolicy: { rejects: { pwned: false } },
};

let browser: Browser;
const seen = new Map<string, Screen>();

async function see(page: Page, label: string) {
  seen.set(`fresh: ${label}`, await look(page));
}

async function register({ page, start }: Visitor, name: string) {
  await start({ first_screen: 'register' });
  await page.locator('[name=identifier]').fill(name);
  await page.keyboard.press('Enter');
}

beforeAll(async () => {
  browser = await launchBrowser();
  await using tenant = await openTenant();
  await tenant.api('PATCH', '/sign-in-exp', fresh);
  const visitor = await openVisitor(browser, tenant);
  const { page } = visitor;
  const submit = page.locator('[name=submit]');
  const alert = page.getByRole('alert');
  await visitor.start();
  await see(page, 'sign-in');
  await submit.click();
  await see(page, 'sign-in, nothing filled in');
  await page.locator('[name=identifier]').fill('nobody');
  await page.locator('[name=password]').fill('wrong');
  await page.keyboard.press('Enter');
  await alert.filter({ hasText: 'Incorrect' }).waitFor();
  await see(page, 'sign-in, wrong username or password');

  const newcomer = await openVisitor(browser, tenant);
  await newcomer.start({ first_screen: 'register' });
  await see(newcomer.page, 'register');
  await newcomer.page.locator('[name=submit]').click();
  await see(newcomer.page, 'register, nothing filled in');
  await newcomer.page.locator('[name=identifier]').fill('1 x');
  await newcomer.page.locator('[name=submit]').click();
  await see(newcomer.page, 'register, malformed username');
  await newcomer.page.locator('[name=identifier]').fill(username);
  await newcomer.page.locator('[name=submit]').click();
  await newcomer.page.locator('[name=newPassword]').waitFor();
  await see(newcomer.page, 'register, set the password');
  const enter = async (first: string, second: string) => {
    await newcomer.page.locator('[name=newPassword]').fill(first);
    await newcomer.page.locator('[name=confirmPassword]').fill(second);
    await newcomer.page.keyboard.press('Enter');
  };
  await enter('abc', 'abc');
  await newcomer.page.getByRole('alert').waitFor();
  await see(newcomer.page, 'register, weak password');
  await enter(password, `${password}x`);
  await newcomer.page.getByRole('alert').filter({ hasText: 'match' }).waitFor();
  await see(newcomer.page, 'register, passwords differ');
  await enter(password, password);
  await newcomer.untilRedirected();

  const second = await openVisitor(browser, tenant);
  await register(second, username);
  await second.page.getByRole('alert').waitFor();
  await see(second.page, 'register, username taken');

  const chinese = await openVisitor(browser, tenant, { locale: 'zh-CN' });
  await chinese.start();
  await see(chinese.page, 'sign-in, browser language zh-CN');
}, 60_000);
afterAll(() => browser.close());

const labels = [...recorded.keys()].filter((label) => /sign-in(,|$)|register(,|$)/.test(label));
test.each(labels)('%s, as a real Logto has it', (label) => {
  expect(withoutChance(seen.get(label) as Screen)).toEqual(
    withoutChance(recorded.get(label) as Screen),
  );
});

describe('several identifiers in one field', () => {
  const both = {
    signUp: { identifiers: ['email'], password: true, verify: true },
    signIn: {
      methods: [
        { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false },
        fresh.signIn.methods[0],
      ],
    },
    passwordPolicy: fresh.passwordPolicy,
  };
  const t = createTranslate('en');

  test('an address gets a code, a user name is asked for its password', async () => {
    await using tenant = await openTenant();
    await tenant.api('PATCH', '/sign-in-exp', both);
    await tenant.api('POST', '/users', {
      username: 'ada',
      primaryEmail: 'ada@example.com',
      password,
    });
    const visitor = await openVisitor(browser, tenant);
    const { page } = visitor;
    await visitor.start();
    const field = page.locator('[name=identifier]');
    expect(await field.getAttribute('type')).toBe('text');
    expect(await field.getAttribute('autocomplete')).toBe('email username');
    await page.locator('label', { hasText: 'Email / Username' }).waitFor();
    await page.locator('[name=submit]').click();
    await page.getByText('email or username is required').waitFor();
    await field.fill('grace@example.com');
    await page.locator('[name=submit]').click();
    await page.locator('[name=passcode_0]').waitFor();
    expect(tenant.mailbox.codeFor('grace@example.com')).toMatch(/^\d{6}$/);

    await visitor.start();
    await field.fill('ada');
    await page.locator('[name=submit]').click();
    await page.getByText(t('enterPasswordFor', { method: 'username', value: 'ada' })).waitFor();
    await page.locator('[name=password]').fill(password);
    await page.locator('[name=submit]').click();
    await visitor.untilRedirected();
  });

  test('what is still missing is asked for, one thing after the other', async () => {
    await using tenant = await openTenant();
    await tenant.api('PATCH', '/sign-in-exp', {
      ...both,
      signUp: {
        identifiers: ['username'],
        password: true,
        verify: true,
        secondaryIdentifiers: [{ identifier: 'email', verify: true }],
      },
    });
    const visitor = await openVisitor(browser, tenant);
    const { page } = visitor;
    await register(visitor, 'ada');
    await page.waitForURL(/\/continue\/email\?/);
    await visitor.enterAddress('ada@example.com');
    await visitor.typeCode(() => tenant.mailbox.codeFor('ada@example.com'));
    await page.waitForURL(/\/continue\/password\?/);
    await page.locator('[name=newPassword]').fill(password);
    await page.locator('[name=confirmPassword]').fill(password);
    await page.locator('[name=submit]').click();
    await visitor.untilRedirected();
    const users = await (await tenant.api('GET', '/users')).json();
    expect(users).toMatchObject([
      { username: 'ada', primaryEmail: 'ada@example.com', hasPassword: true },
    ]);
  });

  test('an account without a user name gets one at its next sign-in', async () => {
    await using tenant = await openTenant();
    await tenant.api('POST', '/users', { username: 'taken' });
    await tenant.api('POST', '/users', { primaryEmail: 'ada@example.com' });
    await tenant.api('PATCH', '/sign-in-exp', {
      ...both,
      signUp: { identifiers: ['username'], password: false, verify: false },
    });
    const visitor = await openVisitor(browser, tenant);
    const { page } = visitor;
    await visitor.start();
    await page.locator('[name=identifier]').fill('ada@example.com');
    await page.locator('[name=submit]').click();
    await visitor.typeCode(() => tenant.mailbox.codeFor('ada@example.com'));
    await page.waitForURL(/\/continue\/username\?/);
    const submit = page.locator('button[type=submit]');
    await page.locator('[name=identifier]').fill('taken');
    await submit.click();
    await page.getByText('This username is already in use.').waitFor();
    await page.locator('[name=identifier]').fill('ada');
    await submit.click();
    await visitor.untilRedirected();
  });
});

import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTenant, type Tenant } from '../support/tenant.ts';
import { look, readScreens, type Screen, withoutChance } from './screen.ts';
import { launchBrowser, openVisitor } from './visitor.ts';

const recorded = readScreens('logto-1.42/ui-screens-single-sign-on.json');

let browser: Browser;
let tenant: Tenant & AsyncDisposable;
beforeAll(async () => {
  [browser, tenant] = await Promise.all([launchBrowser(), openTenant()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await tenant[Symbol.asyncDispose]();
});

async function expectRecorded(page: Page, label: string): Promise<void> {
  expect(withoutChance(await look(page))).toEqual(withoutChance(recorded.get(label) as Screen));
}

async function startAt(screen: string) {
  const visitor = await openVisitor(browser, tenant);
  await visitor.start({ first_screen: screen });
  return visitor;
}

test('first_screen=single_sign_on is the sign-in page where single sign-on is off', async () => {
  const { page } = await startAt('single_sign_on');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  expect(await page.getByText('Single Sign-On').count()).toBe(0);
});

test('where it is on, no address has it, and the other ways stand open', async () => {
  await tenant.api('PATCH', '/sign-in-exp', { singleSignOnEnabled: true });
  const { page, enterAddress } = await startAt('single_sign_on');
  await expectRecorded(page, 'single sign-on');
  await enterAddress('ada@example.com');
  await page.getByRole('alert').waitFor();
  await expectRecorded(page, 'single sign-on: none for this address');
  await page.getByText('All sign-in options').click();
  await expectRecorded(page, 'sign-in with single sign-on');
  await page.getByText('Single Sign-On').click();
  await expectRecorded(page, 'single sign-on from the sign-in page');
  const newcomer = await startAt('register');
  await expectRecorded(newcomer.page, 'register with single sign-on');
});

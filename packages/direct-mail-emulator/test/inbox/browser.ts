import { launchOptions } from '@dm-kit/chromium';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  expect,
  type Page,
} from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { type DirectMailEmulator, startDirectMailEmulator } from '../../src/index.ts';
import { send } from '../raw-client.ts';

/** What a visitor sees, sooner or later: a busy machine is no failure. */
export const see = expect.configure({ timeout: 15_000 });

/** An emulator and a browser for the tests of a file; every page is a visitor of its own. */
export function inboxTests() {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  let browser: Browser;
  let emulator: DirectMailEmulator;
  const close: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    emulator = await startDirectMailEmulator({ port: 0, requestsPerSecond: 100_000 });
    browser = await chromium.launch(await launchOptions());
  });
  beforeEach(() => emulator.reset());
  afterEach(async () => {
    await Promise.all(close.splice(0).map((end) => end()));
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
  });

  return {
    emulator: () => emulator,

    /** Sends a mail. */
    mail: (subject: string, to = 'ada@example.com', more: Record<string, string> = {}) =>
      send(emulator.url, { parameters: { Subject: subject, ToAddress: to, ...more } }),

    /** Opens the inbox. */
    visit: async (path = '/', options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext({ locale: 'en-US', ...options });
      close.push(() => context.close());
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      await page.goto(emulator.url + path);
      return page;
    },
  };
}

import { launchOptions } from '@dm-kit/chromium';
import { type Browser, chromium, type Page } from '@playwright/test';
import { authorizationUrl, createPkce } from '../support/authorize.ts';
import { redirectUri, type Tenant } from '../support/tenant.ts';

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}

/** Somebody in front of the sign-in pages. */
export interface Visitor {
  readonly page: Page;
  /** Opens the sign-in page as the application's redirect does, with more parameters if need be. */
  start(parameters?: Record<string, string>): Promise<void>;
  /** Enters an address and sends the form. */
  enterAddress(address: string): Promise<void>;
  /** Goes to the first input and types; asks for the code only when the page does, for it has been sent by then. */
  typeCode(code: string | (() => string)): Promise<void>;
  /** Empties all inputs of the code from the last to the first. */
  eraseCode(): Promise<void>;
  /** Waits until the browser is on its way back to the application. */
  untilRedirected(): Promise<URL>;
  /** The addresses of all requests so far. */
  readonly requests: string[];
}

/** A visitor with a browser profile of one's own. */
export async function openVisitor(
  browser: Browser,
  tenant: Tenant,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const page = await context.newPage();
  // Only ends a test that hangs: a busy machine is not a failure.
  page.setDefaultTimeout(30_000);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const submit = page.locator('button[type=submit]');
  return {
    page,
    requests,
    async start(parameters = {}) {
      const { challenge } = createPkce();
      await page.goto(authorizationUrl(tenant, challenge, parameters));
      await page.locator('main').waitFor();
    },
    async enterAddress(address) {
      await page.locator('[name=identifier]').fill(address);
      await submit.click();
    },
    async typeCode(code) {
      await page.locator('[name=passcode_0]').focus();
      await page.keyboard.type(typeof code === 'string' ? code : code());
    },
    async eraseCode() {
      await page.locator('[name=passcode_5]').focus();
      for (let count = 0; count < 7; count += 1) {
        await page.keyboard.press('Backspace');
      }
    },
    async untilRedirected() {
      const leaves = (url: string) => url.startsWith(redirectUri);
      const before = requests.find(leaves);
      if (before) {
        return new URL(before);
      }
      return new URL((await page.waitForRequest((request) => leaves(request.url()))).url());
    },
  };
}

import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTenant } from '../support/tenant.ts';
import { launchBrowser, openVisitor, type Visitor } from './visitor.ts';

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

/** A visitor who has had a code sent; the address is new when it is the first time. */
async function withCode(
  address: string,
  options: { screen?: 'register'; visitor?: Visitor } = {},
): Promise<Visitor & { code: string }> {
  const visitor = options.visitor ?? (await visit());
  await visitor.start(options.screen && { first_screen: options.screen });
  await visitor.enterAddress(address);
  await visitor.page.locator('[name=passcode_0]').waitFor();
  return { ...visitor, code: tenant.mailbox.codeFor(address) };
}

function digitsOf({ page }: Visitor) {
  return page
    .locator('[data-id]')
    .evaluateAll((inputs) => inputs.map((input) => (input as { value: string }).value).join(','));
}
function focused({ page }: Visitor) {
  return page.locator(':focus').getAttribute('name');
}

describe('from the sign-in page to the application', () => {
  test('takes one document, one script and one style sheet, and asks nobody else', async () => {
    const visitor = await visit();
    const complaints: string[] = [];
    visitor.page.on('console', (message) => complaints.push(message.text()));
    await withCode('ada@example.com', { screen: 'register', visitor });
    await visitor.typeCode(() => tenant.mailbox.codeFor('ada@example.com'));
    const callback = await visitor.untilRedirected();
    expect(callback.searchParams.get('code')).toBeTruthy();
    expect(callback.searchParams.get('state')).toBe('state-1');
    const own = visitor.requests.filter((url) => url.startsWith(tenant.logto.url));
    expect(visitor.requests.filter((url) => !own.includes(url))).toEqual([callback.href]);
    const pages = own.filter((url) => !/\/(api|oidc|consent)\b/.test(url));
    expect(pages.map((url) => new URL(url).pathname.replace(/-[\da-f]{12}/, ''))).toEqual([
      '/register',
      '/assets/sign-in.css',
      '/assets/sign-in.js',
    ]);
    expect(complaints).toEqual([]);
  });

  test('nothing of the address stays in the tab afterwards', async () => {
    const visitor = await withCode('leaves-nothing@example.com', { screen: 'register' });
    // An answer without content leaves the page where it is.
    await visitor.page.route('**/oidc/auth/*', (route) => route.fulfill({ status: 204 }));
    const leaving = visitor.page.waitForRequest('**/oidc/auth/*');
    await visitor.typeCode(visitor.code);
    await leaving;
    const stored = await visitor.page.evaluate('JSON.stringify(sessionStorage)');
    expect(stored).not.toContain('leaves-nothing');
  });

  test('nothing can be pressed any more, also after going back', async () => {
    const visitor = await withCode('gone@example.com', { screen: 'register' });
    const { page } = visitor;
    await page.route('**/oidc/auth/*', (route) => route.fulfill({ status: 204 }));
    const leaving = page.waitForRequest('**/oidc/auth/*');
    await visitor.typeCode(visitor.code);
    await leaving;
    await page.evaluate('history.back()');
    await page.locator('[name=identifier]').waitFor();
    const submit = page.locator('button[type=submit]');
    const onTop = await submit.evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      return element.ownerDocument.elementFromPoint(left + 5, top + 5) === element;
    });
    expect(onTop).toBe(false);
  });
});

describe('entering the code', () => {
  test('a pasted code fills all inputs, whatever stands around it', async () => {
    const visitor = await withCode('paste@example.com', { screen: 'register' });
    const text = `Your code: ${visitor.code.slice(0, 3)} ${visitor.code.slice(3)}.`;
    await visitor.page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text', '${text}');
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true });
      document.querySelector('[name=passcode_0]').dispatchEvent(paste);
    }`);
    await visitor.untilRedirected();
  });

  test('arrows move, letters and signs are refused, backspace goes back', async () => {
    const visitor = await withCode('keys@example.com');
    const { keyboard } = visitor.page;
    await keyboard.type('1a+-e.2');
    expect(await digitsOf(visitor)).toBe('1,2,,,,');
    await keyboard.press('ArrowLeft');
    await keyboard.press('ArrowLeft');
    expect(await focused(visitor)).toBe('passcode_0');
    await keyboard.press('ArrowRight');
    await keyboard.press('Backspace');
    expect([await digitsOf(visitor), await focused(visitor)]).toEqual(['1,,,,,', 'passcode_1']);
    await keyboard.press('Backspace');
    expect([await digitsOf(visitor), await focused(visitor)]).toEqual([',,,,,', 'passcode_0']);
  });

  test('a wrong code stays, is complained about, and can be corrected digit by digit', async () => {
    const visitor = await withCode('typo@example.com');
    const wrong = (Number(visitor.code[5]) + 1) % 10;
    await visitor.typeCode(visitor.code.slice(0, 5) + wrong);
    await visitor.page.getByRole('alert').waitFor();
    expect(await digitsOf(visitor)).toBe([...visitor.code.slice(0, 5), wrong].join(','));
    await visitor.page.locator('[name=passcode_5]').fill(visitor.code.slice(5));
    await visitor.page.getByRole('dialog').waitFor();
  });

  test('digits that change while a code is being checked are checked too', async () => {
    const visitor = await withCode('hasty@example.com');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // The route stays until the end: taken away while another request begins, it can leave that one hanging.
    await visitor.page.route('**/verify', async (route) => {
      await held;
      await route.continue();
    });
    const wrong = (Number(visitor.code[5]) + 1) % 10;
    await visitor.typeCode(visitor.code.slice(0, 5) + wrong);
    await visitor.page.locator('[name=passcode_5]').fill(visitor.code.slice(5));
    release();
    await visitor.page.getByRole('dialog').waitFor();
  });

  test('after a reload the page still knows which code it waits for', async () => {
    const visitor = await withCode('reload@example.com', { screen: 'register' });
    await visitor.page.reload();
    await visitor.typeCode(visitor.code);
    await visitor.untilRedirected();
  });

  test('after a minute another code can be sent; the first then counts no more', async () => {
    const visitor = await visit();
    await visitor.page.clock.install();
    const { code } = await withCode('again@example.com', { screen: 'register', visitor });
    const resend = visitor.page.getByText('Resend verification code');
    await visitor.page.clock.runFor(58_000);
    expect(await visitor.page.getByText('Resend after 1 seconds').count()).toBe(1);
    expect(await resend.count()).toBe(0);
    await visitor.page.clock.runFor(1000);
    await resend.press('Enter');
    await visitor.page.getByText('The verification code has been resent').waitFor();
    expect(await visitor.page.getByText('Resend after 59 seconds').count()).toBe(1);
    const second = tenant.mailbox.codeFor('again@example.com');
    expect(second).not.toBe(code);
    await visitor.typeCode(second);
    await visitor.untilRedirected();
  });
});

describe('dialogs', () => {
  test('the focus stays inside, and Escape is Cancel', async () => {
    const visitor = await withCode('keyboard@example.com');
    await visitor.typeCode(visitor.code);
    const dialog = visitor.page.getByRole('dialog');
    await dialog.waitFor();
    for (let presses = 0; presses < 5; presses += 1) {
      await visitor.page.keyboard.press('Tab');
      expect(await dialog.locator(':focus').count()).toBe(1);
    }
    await visitor.page.keyboard.press('Escape');
    await visitor.page.waitForURL('**/sign-in?*');
    expect(await visitor.page.locator('[name=identifier]').inputValue()).toBe(
      'keyboard@example.com',
    );
  });

  test('Enter continues, with the same code', async () => {
    const visitor = await withCode('enter@example.com');
    await visitor.typeCode(visitor.code);
    await visitor.page.getByRole('dialog').waitFor();
    await visitor.page.keyboard.press('Enter');
    await visitor.untilRedirected();
  });

  test('a known address at registration signs in', async () => {
    const address = 'twice@example.com';
    const first = await withCode(address, { screen: 'register' });
    await first.typeCode(first.code);
    await first.untilRedirected();
    const second = await withCode(address, { screen: 'register' });
    await second.typeCode(second.code);
    const dialog = second.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
    await second.untilRedirected();
  });
});

import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { ReaderError } from './reader-error.ts';

/** The reader in the browser, with a mailbox of their own. */
export class Visitor {
  readonly address = `reader-${randomUUID()}@example.com`;
  readonly page: Page;
  readonly #home: string;
  readonly #inbox: string;
  readonly #errors: string[] = [];
  #isSignedIn = false;
  #lastMail: string | undefined;

  constructor(page: Page, home: string, inbox: string) {
    this.page = page;
    this.#home = home;
    this.#inbox = inbox;
    page.on('pageerror', (error) => this.#errors.push(error.message));
    page.on('console', (message) => {
      // A request that fails is not always a mistake: an icon may not be there.
      // What the server says is replayed without a place in the application.
      const isOurs = page.url().startsWith(home);
      const isRequest = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && isOurs && !isRequest) {
        this.#errors.push(message.text());
      }
    });
  }

  /** Carries out one action of a checkpoint. @throws {ReaderError} or what Playwright throws. */
  async act(action: string, sees: string[], line: number): Promise<void> {
    const [, verb, rest = ''] =
      /^(visit|click|register|sign in|signed out|see)\s*(.*)$/.exec(action) ?? [];
    if (verb === 'visit') {
      await this.#visit(rest, line);
    } else if (verb === 'click') {
      await this.page
        .getByRole('button', { name: rest, exact: true })
        .first()
        .click({ timeout: 20_000 });
    } else if (verb === 'register' || verb === 'sign in') {
      await this.#enterByCode(verb, line);
    } else if (verb === 'signed out') {
      await this.page.waitForURL(`${this.#home}/**`, { timeout: 20_000 });
      await expect(this.page.getByText(this.address).first()).toBeHidden({ timeout: 20_000 });
      this.#isSignedIn = false;
    } else if (verb === 'see') {
      await this.#see(sees, line);
    } else {
      throw new ReaderError(line, `"${action}" is nothing that a checkpoint can do`);
    }
  }

  /** The browser's console has shown no error since the last visit. @throws {ReaderError} */
  expectNoErrors(line: number): void {
    const [first] = this.#errors;
    if (first) {
      throw new ReaderError(line, `the browser’s console says: ${first.split('\n')[0]}`);
    }
  }

  async #visit(path: string, line: number): Promise<void> {
    this.#errors.length = 0;
    // The development server needs a moment to notice a new file.
    await expect(async () => {
      const response = await this.page.goto(this.#home + path, { timeout: 60_000 });
      if (!response?.ok()) {
        throw new ReaderError(line, `${path} answers with ${response?.status()}`);
      }
    }).toPass({ timeout: 60_000, intervals: [500] });
    const alert = this.page.locator('[role=alert]:not(#__next-route-announcer__)').first();
    if (await alert.isVisible()) {
      throw new ReaderError(line, `${path} says: ${await alert.textContent()}`);
    }
    this.expectNoErrors(line);
  }

  async #enterByCode(verb: 'register' | 'sign in', line: number): Promise<void> {
    const address = this.page.locator('input[name=identifier]');
    try {
      await address.waitFor({ timeout: 20_000 });
    } catch {
      const text = await this.#shown();
      throw new ReaderError(
        line,
        `Logto does not ask for an address; the browser is at ${this.page.url().split('?')[0]}: ${text}`,
      );
    }
    await address.fill(this.address);
    await this.page.locator('button[type=submit]').click();
    await this.page.locator('input[name=passcode_0]').click({ timeout: 20_000 });
    await this.page.keyboard.type(await this.#readCode(line));
    // An address that Logto does not know yet, on the page for signing in.
    const dialog = this.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Continue', exact: true });
    const back = this.page.waitForURL(`${this.#home}/**`, { timeout: 30_000 });
    if (verb === 'register') {
      await Promise.race([back, dialog.click({ timeout: 30_000 }).catch(() => back)]);
    }
    await back;
    this.#isSignedIn = true;
  }

  async #readCode(line: number): Promise<string> {
    const after: Record<string, string> = this.#lastMail ? { after: this.#lastMail } : {};
    const query = new URLSearchParams({ to: this.address, timeout: '15', ...after });
    const response = await fetch(`${this.#inbox}/api/v1/messages/wait?${query}`);
    const mail = response.ok
      ? ((await response.json()) as { id: string; code?: string })
      : undefined;
    const code = mail?.code;
    if (!mail || !code) {
      throw new ReaderError(line, 'no mail with a code arrives');
    }
    this.#lastMail = mail.id;
    return code;
  }

  async #see(sees: string[], line: number): Promise<void> {
    const wanted = this.#isSignedIn ? [...sees, this.address] : sees;
    for (const text of wanted) {
      try {
        await expect(this.page.getByText(text).first()).toBeVisible({ timeout: 20_000 });
      } catch {
        const shown = await this.#shown();
        throw new ReaderError(
          line,
          `"${text}" is not to be seen at ${this.page.url().split('?')[0]}: ${shown}`,
        );
      }
    }
  }

  /** What the reader has before them. */
  async where(): Promise<string> {
    return `the browser is at ${this.page.url().split('?')[0]}: ${await this.#shown()}`;
  }

  async #shown(): Promise<string> {
    // It may be on its way to another page.
    const text = await this.page.evaluate<string>('document.body.innerText').catch(() => '');
    return text.replace(/\s+/g, ' ').slice(0, 200);
  }
}

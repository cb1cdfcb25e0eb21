import { randomUUID } from 'node:crypto';
import { codeIn, type Mail, type Mailbox } from './mail.ts';
import type { Sample } from './pages/sample.ts';
import { SignInPage } from './pages/sign-in-page.ts';

/** Somebody with a mailbox of their own, so that no two tests meet. */
export class Visitor {
  readonly address = `visitor-${randomUUID()}@example.com`;
  readonly #mailbox: Mailbox;
  #last: Mail | undefined;

  constructor(mailbox: Mailbox) {
    this.#mailbox = mailbox;
  }

  /** Waits for the next mail that this visitor has not read yet. */
  async readMail(): Promise<Mail> {
    this.#last = await this.#mailbox.next(this.address, this.#last);
    return this.#last;
  }

  async readCode(): Promise<string> {
    return codeIn(await this.readMail());
  }

  /** Registers through the sample's "Create account" and ends signed in there. */
  async register(sample: Sample): Promise<void> {
    const logto = new SignInPage(sample.page);
    await sample.open();
    await sample.createAccount();
    await logto.registerWith(this.address);
    await logto.enterCode(await this.readCode());
    await sample.expectSignedIn(this.address);
  }
}

import { test as base } from '@playwright/test';
import { Mailbox } from './mail.ts';
import { Sample } from './pages/sample.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { readStacks, type StackAddresses, startedSample } from './stack-addresses.ts';
import { Visitor } from './visitor.ts';

export interface Options {
  /** Its name in the registry. */
  sampleName: string;
}

interface Fixtures {
  stack: StackAddresses;
  mailbox: Mailbox;
  visitor: Visitor;
  logto: SignInPage;
  /** The sample of this project, in the test's own page. */
  sample: Sample;
}

export const test = base.extend<Fixtures & Options>({
  sampleName: ['angular', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  stack: async ({}, use) => use(readStacks().main),
  mailbox: async ({ stack }, use) => use(new Mailbox(stack.directMail)),
  visitor: async ({ mailbox }, use) => use(new Visitor(mailbox)),
  logto: async ({ page }, use) => use(new SignInPage(page)),
  sample: async ({ page, sampleName, stack }, use) =>
    use(new Sample(page, sampleName, startedSample(stack, sampleName).url)),
});

export { expect } from '@playwright/test';

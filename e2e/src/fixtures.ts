import { test as base } from '@playwright/test';
import { Mailbox } from './mail.ts';
import { Sample, type SampleName } from './pages/sample.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { readStack, type StackAddresses } from './stack-addresses.ts';
import { Visitor } from './visitor.ts';

export interface Options {
  sampleName: SampleName;
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
  stack: async ({}, use) => use(readStack()),
  mailbox: async ({ stack }, use) => use(new Mailbox(stack.directMail)),
  visitor: async ({ mailbox }, use) => use(new Visitor(mailbox)),
  logto: async ({ page }, use) => use(new SignInPage(page)),
  sample: async ({ page, sampleName, stack }, use) =>
    use(new Sample(page, sampleName, stack[sampleName])),
});

export { expect } from '@playwright/test';

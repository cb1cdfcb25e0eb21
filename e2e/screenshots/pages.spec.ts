import { samples } from '@dm-kit/samples';
import type { Page } from '@playwright/test';
import { expect, test } from '../src/fixtures.ts';
import { SignInPage } from '../src/pages/sign-in-page.ts';
import { fixValues } from './fixed.ts';

/** Nobody else registers it: each run starts with an empty Logto. */
function addressFor(sampleName: string): string {
  return { angular: 'ada@example.com', nextjs: 'grace@example.com' }[sampleName] ?? '';
}

for (const { name } of samples) {
  test.describe(name, () => {
    test.use({ sampleName: name });

    test('home and profile', async ({ sample, logto, mailbox }) => {
      const address = addressFor(name);
      await sample.open();
      await sample.expectSignedOut();
      await shoot(sample.page, `${name}-home`);

      await sample.createAccount();
      await logto.registerWith(address);
      const { html } = await mailbox.next(address);
      await logto.enterCode(/>(\d{6})</.exec(html)?.[1] ?? '');
      await sample.expectSignedIn(address);
      await sample.openProfile();
      await sample.expectProfile(address);
      await shoot(sample.page, `${name}-profile`);
    });
  });
}

test('the pages of Logto, and the mail', async ({ sample, stack, mailbox, page }) => {
  const logto = new SignInPage(page);
  const address = 'alan@example.com';
  await sample.open();
  await sample.signIn();
  await logto.expectSignIn();
  await shoot(page, 'logto-sign-in');

  await sample.open();
  await sample.createAccount();
  await logto.registerWith(address);
  const { id } = await mailbox.next(address);
  await expect(page).toHaveTitle('Verify your email');
  await shoot(page, 'logto-code');

  await page.goto(`${stack.directMail}/view/${id}`);
  // Without the list beside it, where other tests' mails are.
  const box = await page.getByRole('article', { name: 'Your registration code' }).boundingBox();
  await shoot(page, 'mail', {
    x: box?.x ?? 0,
    y: box?.y ?? 0,
    width: box?.width ?? 0,
    height: 560,
  });
});

type Clip = NonNullable<Parameters<Page['screenshot']>[0]>['clip'];

async function shoot(page: Page, name: string, clip?: Clip): Promise<void> {
  await page.waitForLoadState('networkidle');
  await fixValues(page);
  await expect(page).toHaveScreenshot(`${name}.png`, { ...(clip && { clip }) });
}

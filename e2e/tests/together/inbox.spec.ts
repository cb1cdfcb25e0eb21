import { expectAccessible } from '../../src/accessibility.ts';
import { expect, test } from '../../src/fixtures.ts';
import { codeIn } from '../../src/mail.ts';
import { Sample } from '../../src/pages/sample.ts';
import { startedSample } from '../../src/stack-addresses.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the inbox shows a mail as it arrives and passes axe, ${colorScheme}`, async ({
    page,
    context,
    stack,
    visitor,
    logto,
  }) => {
    const inbox = await context.newPage();
    await inbox.emulateMedia({ colorScheme });
    await inbox.goto(stack.directMail);
    await expect(inbox).toHaveTitle(/Inbox · Direct Mail emulator$/);
    await inbox.getByRole('searchbox', { name: 'Search' }).fill(visitor.address);

    const sample = new Sample(page, 'angular', startedSample(stack, 'angular').url);
    await sample.open();
    await sample.createAccount();
    await logto.registerWith(visitor.address);

    const mails = inbox.getByRole('list', { name: 'Messages' });
    const registration = mails.getByText('Your registration code');
    // Until the search has left out what others were sent.
    await expect(registration).toHaveCount(1);
    await registration.click();
    const code = codeIn(await visitor.readMail());
    const mail = inbox.getByRole('article', { name: 'Your registration code' });
    await expect(mail.getByRole('status', { name: 'Code' })).toHaveText(code);
    await expect(mail.getByRole('button', { name: 'Copy code' })).toBeVisible();
    await expectAccessible(inbox);
  });
}

import { expect, it } from 'vitest';
import { inboxTests, see } from './browser.ts';

const { emulator, mail, visit } = inboxTests();

it('says what to do while it is empty', async () => {
  const page = await visit();
  await see(page.getByRole('heading', { name: 'No mail yet' })).toBeVisible();
  await see(page.getByText(emulator().url)).toBeVisible();
  await see(page.getByText('no-reply@mail.example.com')).toBeVisible();
  await see(page.getByRole('button', { name: 'Delete all' })).toBeDisabled();
  await see(page).toHaveTitle('Inbox · Direct Mail emulator');
});

it('shows a mail as it arrives, its code large, and copies it', async () => {
  const page = await visit('/', { permissions: ['clipboard-read', 'clipboard-write'] });
  await see(page.getByRole('heading', { name: 'No mail yet' })).toBeVisible();
  await mail('Sign in', 'ada@example.com', { TagName: 'SignIn', FromAlias: 'Example' });
  const row = page.getByRole('list', { name: 'Messages' }).getByRole('link');
  await see(row).toHaveAccessibleName(/Unread: Sign in .*ada@example\.com 123456/);
  await see(page).toHaveTitle('(1) Inbox · Direct Mail emulator');
  await row.click();
  const article = page.getByRole('article', { name: 'Sign in' });
  await see(article.getByRole('heading', { level: 2, name: 'Sign in' })).toBeFocused();
  await see(article.getByLabel('Code', { exact: true })).toHaveText('123456');
  for (const fact of ['Example <no-reply@mail.example.com>', 'ada@example.com', 'SignIn']) {
    await see(article.getByRole('definition').filter({ hasText: fact }).first()).toBeVisible();
  }
  await see(page).toHaveTitle('Inbox · Direct Mail emulator');
  await article.getByRole('button', { name: 'Copy code' }).click();
  await see(page.getByText('Code copied')).toBeAttached();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('123456');
  expect(emulator().messages()[0]?.read).toBe(true);
});

it('shows HTML, text, source and parameters', async () => {
  await mail('Hello', 'ada@example.com', { TextBody: 'Only text' });
  const page = await visit('/view/latest');
  await see(page.frameLocator('iframe').getByText('Your code is 123456.')).toBeVisible();
  const tab = (name: string) => page.getByRole('tab', { name });
  await tab('HTML').press('ArrowRight');
  await see(page.getByRole('tabpanel', { name: 'Text' })).toHaveText('Only text');
  await tab('Text').press('ArrowRight');
  await see(page.getByRole('tabpanel')).toHaveText('<p>Your code is <b>123456</b>.</p>');
  await tab('Source').press('End');
  const row = page.getByRole('row', { name: 'ToAddress ada@example.com', exact: true });
  await see(row.getByRole('cell')).toHaveText('ada@example.com');
  await see(page.getByRole('row', { name: 'Signature', exact: true })).toHaveCount(0);
});

it('searches, deletes one and deletes all', async () => {
  await mail('First', 'ada@example.com');
  await mail('Second', 'grace@example.com');
  await mail('Third', 'ada@example.com');
  const page = await visit();
  const rows = page.getByRole('list', { name: 'Messages' }).getByRole('link');
  await see(rows).toHaveCount(3);
  await page.getByRole('searchbox', { name: 'Search' }).fill('to:grace');
  await see(rows).toHaveCount(1);
  await page.getByRole('searchbox').fill('nothing of the kind');
  await see(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await see(rows).toHaveCount(3);
  await rows.filter({ hasText: 'Second' }).click();
  await page.getByRole('article').getByRole('button', { name: 'Delete' }).click();
  await see(rows).toHaveText([/Third/, /First/]);
  await see(page.getByRole('article')).toHaveCount(0);
});

it('deletes all only when told so twice', async () => {
  await mail('First');
  await mail('Second');
  const page = await visit();
  const question = page.getByRole('dialog', { name: 'Delete all mails?' });
  await page.getByRole('button', { name: 'Delete all' }).click();
  await see(question).toContainText('None can be brought back.');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await see(question).toBeHidden();
  await page.getByRole('button', { name: 'Delete all' }).click();
  await page.keyboard.press('Escape');
  await see(question).toBeHidden();
  expect(emulator().messages()).toHaveLength(2);
  await page.getByRole('button', { name: 'Delete all' }).click();
  await question.getByRole('button', { name: 'Delete all' }).click();
  await see(page.getByRole('heading', { name: 'No mail yet' })).toBeVisible();
  expect(emulator().messages()).toEqual([]);
});

it('says that it is loading, not that there is no mail, until it knows', async () => {
  await mail('First');
  const page = await visit('/inbox/icon.svg');
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/v1/messages?*', (route) => held.then(() => route.continue()));
  await page.goto(emulator().url);
  await see(page.getByText('Loading mails…')).toBeVisible();
  await see(page.getByRole('heading', { name: 'No mail yet' })).toBeHidden();
  answer();
  await see(page.getByRole('link', { name: 'First' })).toBeVisible();
  await see(page.getByText('Loading mails…')).toBeHidden();
});

it('works by keys alone', async () => {
  for (const subject of ['First', 'Second', 'Third']) {
    await mail(subject);
  }
  const page = await visit('/', { permissions: ['clipboard-read', 'clipboard-write'] });
  const row = (name: string) => page.getByRole('link', { name });
  await see(row('Third')).toBeVisible();
  for (const key of ['j', 'j', 'j', 'k']) {
    await page.keyboard.press(key);
  }
  await see(row('Second')).toBeFocused();
  await page.keyboard.press('Enter');
  await see(page.getByRole('article', { name: 'Second' })).toBeVisible();
  await page.keyboard.press('c');
  await see(page.getByText('Code copied')).toBeAttached();
  await page.keyboard.press('Escape');
  await see(row('Second')).toBeFocused();
  await page.keyboard.press('Delete');
  await see(row('Second')).toHaveCount(0);
  await see(row('First')).toBeFocused();
  await page.keyboard.press('/');
  await see(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('jkc?');
  await see(page.getByRole('searchbox')).toHaveValue('jkc?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await help.getByRole('checkbox', { name: 'Use these keys' }).uncheck();
  await help.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('/');
  await see(page.getByRole('searchbox')).not.toBeFocused();
});

it('speaks Chinese to those who do, and remembers a choice', async () => {
  const page = await visit('/', { locale: 'zh-CN' });
  await see(page.getByRole('heading', { name: '还没有邮件' })).toBeVisible();
  await see(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: 'English' }).click();
  await see(page.getByRole('heading', { name: 'No mail yet' })).toBeVisible();
  await page.reload();
  await see(page.getByRole('heading', { name: 'No mail yet' })).toBeVisible();
  await page.getByRole('button', { name: '中文' }).click();
  await mail('Hello');
  await see(page).toHaveTitle('(1) 收件箱 · Direct Mail 模拟器');
});

it('adds and removes faults', async () => {
  const page = await visit();
  await page.getByRole('button', { name: 'Faults' }).click();
  const dialog = page.getByRole('dialog', { name: 'Faults' });
  await dialog.getByLabel('Error code').fill('Forbidden.RAM');
  await dialog.getByLabel('Recipient or domain').fill('example.com');
  await dialog.getByLabel('Next calls').fill('2');
  await dialog.getByRole('button', { name: 'Add fault' }).click();
  const rules = dialog.getByRole('list', { name: 'Faults in force' });
  await see(rules).toContainText('Forbidden.RAM, for example.com, calls left: 2 · hits: 0');
  expect(await mail('Hello')).toMatchObject({ status: 403, Code: 'Forbidden.RAM' });
  await see(rules).toContainText('calls left: 1 · hits: 1');
  await dialog.getByLabel('What happens').selectOption('A slow answer');
  await dialog.getByRole('button', { name: 'Add fault' }).click();
  await see(dialog.getByRole('alert')).toContainText('needs one of: code, status, delay');
  await dialog.getByRole('button', { name: 'Remove fault: Forbidden.RAM' }).click();
  await see(rules).toContainText('No faults');
  expect(emulator().faults.list()).toEqual([]);
});

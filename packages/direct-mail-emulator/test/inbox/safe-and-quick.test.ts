import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { inboxTests, see } from './browser.ts';

const { emulator, mail, visit } = inboxTests();

/** A server elsewhere that a mail would like to be asked for. */
async function listen(heard: (request: IncomingMessage) => void) {
  const server = createServer((request, response) => {
    heard(request);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

it('runs nothing of what a mail brings, and loads nothing for it', async () => {
  const asked: (string | undefined)[] = [];
  await using tracker = await listen((request) => asked.push(request.url));
  const HtmlBody = `<p>Hello</p>
    <script>parent.document.title = top.stolen = 'script'</script>
    <img src="x" onerror="top.stolen = 'handler'"><img src="${tracker.url}/a.png">
    <svg onload="top.stolen = 'svg'"></svg>
    <link rel="stylesheet" href="${tracker.url}/a.css">
    <iframe srcdoc="<script>top.stolen = 'frame'</script>"></iframe>
    <form action="/api/v1/messages"><button>Send</button></form>
    <a href="javascript:top.stolen = 'link'">Link</a>
    <meta http-equiv="refresh" content="0;url=${tracker.url}/">`;
  await mail('<img src=x onerror="window.stolen=1">', 'ada@example.com', { HtmlBody });
  const page = await visit();
  await page.getByRole('list', { name: 'Messages' }).getByRole('link').click();
  const frame = page.frameLocator('article iframe');
  await see(frame.getByText('Hello')).toBeVisible();
  await see(page.getByRole('note')).toHaveText(
    'For your safety, not shown: images from elsewhere: 2 · links that lead nowhere: 1 · ' +
      'scripts, style sheets, frames and forms: 4',
  );
  await frame.getByRole('link').click();
  expect(await page.evaluate("['stolen' in window, document.title]")).toEqual([
    false,
    'Inbox · Direct Mail emulator',
  ]);
  expect(asked).toEqual([]);
});

it('says nothing where all of a mail is shown', async () => {
  const HtmlBody = `<p>Hello</p><img src="data:image/png;base64,AAAA">
    <a href="https://example.com">Web</a> <a href="mailto:ada@example.com">Mail</a>`;
  await mail('Complete', 'ada@example.com', { HtmlBody });
  const page = await visit('/view/latest');
  await see(page.frameLocator('article iframe').getByText('Hello')).toBeVisible();
  await see(page.getByRole('note')).toHaveCount(0);
});

it('asks before it shows a huge mail', async () => {
  const HtmlBody = `<p>Code 123456</p>${'More and more. '.repeat(140_000)}`;
  await mail('Huge', 'ada@example.com', { HtmlBody });
  const page = await visit('/view/latest');
  await see(page.getByLabel('Code', { exact: true })).toHaveText('123456');
  await see(page.getByText(/This mail has 2\.\d MB/)).toBeVisible();
  await page.getByRole('tab', { name: 'Source' }).click();
  await see(page.getByText('Only the beginning is shown.')).toBeVisible();
  await page.getByRole('tab', { name: 'HTML' }).click();
  await page.getByRole('button', { name: 'Show it' }).click();
  await see(page.frameLocator('iframe').getByText('Code 123456')).toBeVisible();
});

it('keeps up while hundreds of mails come, and shows no more than asked for', async () => {
  const page = await visit();
  const rows = page.getByRole('list', { name: 'Messages' }).getByRole('link');
  for (let next = 0; next < 250; next += 50) {
    const subjects = Array.from({ length: 50 }, (_, index) => `Mail ${next + index}`);
    await Promise.all(subjects.map((subject) => mail(subject)));
  }
  await see(page.getByText('250 mails, 250 unread')).toBeVisible();
  await see(rows).toHaveCount(100);
  await page.getByRole('button', { name: 'Show more' }).click();
  await see(rows).toHaveCount(200);
  await page.getByRole('searchbox').fill('"Mail 42"');
  await see(rows.first()).toContainText('Mail 42');
});

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)('in %s, %i pixels wide', (colorScheme, width) => {
  const check = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  };

  it('everybody can use it', async () => {
    const page = await visit('/', { colorScheme, viewport: { width, height: 800 } });
    await mail('A subject that is rather long, so long that it does not fit', 'ada@example.com');
    await mail('Sign in', 'somebody.with.a.long.name@subdomain.of.a.domain.example.com');
    await see(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
    await check(page);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await see(page.frameLocator('iframe').getByText('123456')).toBeVisible();
    await check(page);
    emulator().faults.add({ code: 'Throttling.User', to: 'ada@example.com', times: 3 });
    await page.getByRole('button', { name: 'Faults' }).click();
    await check(page);
  });
});

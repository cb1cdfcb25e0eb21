import { expect, type Page, test } from '@playwright/test';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { pages, siteUrl } from './pages.ts';

test('every link of every page leads to a page of the site, and to a heading that it has', async ({
  request,
}) => {
  const found = await Promise.all(
    pages.map(async ({ address }) => {
      const url = siteUrl(address);
      return [url, read(await (await request.get(url)).text())] as const;
    }),
  );
  const known = new Map(found);
  for (const [url, { hrefs }] of found) {
    const inside = hrefs.map((href) => new URL(href, url)).filter(isInside);
    expect(inside.length, url).toBeGreaterThan(10);
    for (const link of inside) {
      const target = known.get(`${link.origin}${link.pathname}`);
      expect(target, `${url} leads to ${link.href}`).toBeDefined();
      const anchor = decodeURIComponent(link.hash.slice(1));
      expect(!anchor || target?.ids.has(anchor), `${url} leads to ${link.href}`).toBe(true);
    }
    const addresses = hrefs.filter((href) => href.includes('/blob/main/'));
    expect(addresses.filter((href) => !href.startsWith('https://github.example/'))).toEqual([]);
  }
});

const searches = [
  { from: '', button: 'Search', words: 'nonce', page: 'Angular' },
  { from: 'zh-CN/', button: '搜索', words: '收件箱', page: '运行' },
];

for (const { from, button, words, page: title } of searches) {
  test(`finds ${words}`, async ({ page }) => {
    await page.goto(siteUrl(from));
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole('searchbox').fill(words);
    const result = page.getByRole('option').filter({ hasText: title }).first();
    await result.click();
    await expect(page).not.toHaveURL(siteUrl(from));
    await expect(page.getByRole('main')).toContainText(words);
  });
}

test('a reader changes the language and stays on the page', async ({ page }) => {
  await page.goto(siteUrl('nextjs'));
  await switchTo(page, '简体中文');
  await expect(page).toHaveURL(siteUrl('zh-CN/nextjs'));
  await switchTo(page, 'English');
  await expect(page).toHaveURL(siteUrl('nextjs'));
});

test('an address that no page has is said to be none', async ({ page }) => {
  const answer = await page.goto(siteUrl('nothing-here'));
  expect(answer?.status()).toBe(404);
  await expect(page.getByText('404')).toBeVisible();
});

async function switchTo(page: Page, language: string): Promise<void> {
  await page.locator('.VPNavBarTranslations button').click();
  await page.locator('.VPNavBarTranslations').getByRole('link', { name: language }).click();
}

function isInside({ href }: URL): boolean {
  return href.startsWith(siteUrl());
}

/** What a page leads to, and what in it can be led to. */
function read(html: string): { hrefs: string[]; ids: Set<string> } {
  const hrefs: string[] = [];
  const ids = new Set<string>();
  visit(unified().use(rehypeParse).parse(html), 'element', ({ tagName, properties }) => {
    ids.add(String(properties.id ?? ''));
    if (tagName === 'a' && properties.href) {
      hrefs.push(String(properties.href));
    }
  });
  return { hrefs, ids };
}

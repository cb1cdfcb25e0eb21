import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { Code } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { pages, repository, siteUrl } from './pages.ts';

for (const { file, address, language } of pages) {
  test.describe(file, () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`loads, and can be read by everybody, ${colorScheme}`, async ({ page }) => {
        const complaints: string[] = [];
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) {
            complaints.push(message.text());
          }
        });
        page.on('pageerror', ({ message }) => complaints.push(message));
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await open(page, address);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.locator('html')).toHaveClass(colorScheme === 'dark' ? 'dark' : '');
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expectAccessible(page);
        expect(complaints).toEqual([]);
      });
    }

    test('fits a phone', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await open(page, address);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    });

    const blocks = codeOf(file);
    test(`copies each block of code (${blocks.length})`, async ({ page }) => {
      await open(page, address);
      const buttons = page.locator('.vp-doc button.copy');
      await expect(buttons).toHaveCount(blocks.length);
      for (const [index, block] of blocks.entries()) {
        await buttons.nth(index).click();
        await expect(buttons.nth(index)).toHaveClass(/copied/);
        expect(await page.evaluate('navigator.clipboard.readText()')).toBe(block);
      }
    });
  });
}

async function open(page: Page, address: string): Promise<void> {
  const answer = await page.goto(siteUrl(address));
  expect(answer?.status()).toBe(200);
}

function codeOf(file: string): string[] {
  const blocks: string[] = [];
  visit(parseMarkdown(repository.read(file) ?? ''), 'code', ({ value }: Code) => {
    blocks.push(value);
  });
  return blocks;
}

/** No violation of any of axe's rules; names rule and element of each otherwise. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { drift } from '../drift/drift.ts';
import { parseMdx } from '../markdown/parse.ts';
import { readPublished } from '../published/read.ts';
import { Repository } from '../repository.ts';
import { exportPages } from './export.ts';
import { toMdx } from './mdx.ts';

const repository = new Repository();
const files = exportPages(repository);

test('every MDX file of the export is MDX, and no comment of ours is left in any', () => {
  for (const [path, text] of files) {
    expect(text, path).not.toContain('<!--');
    if (path.endsWith('.mdx')) {
      expect(
        () => parseMdx(text.replaceAll('\\{#', '{"#').replaceAll(/(\{"#[\w-]+)\}/g, '$1"}')),
        path,
      ).not.toThrow();
    }
  }
});

test('nothing of the export has drifted', async () => {
  for (const [path, text] of files) {
    if (/\.mdx?$/.test(path)) {
      const findings = await drift(repository, readPublished(path, text));
      expect(findings.filter(({ status }) => status !== 'same')).toEqual([]);
    }
  }
});

test('a second export is the same, and against its own files the patch is empty', () => {
  expect(exportPages(new Repository())).toEqual(files);
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  execFileSync('git', ['init', '-q'], { cwd: folder });
  for (const name of ['logto-docs', 'logto-console']) {
    writeFileSync(join(folder, `${name}.patch`), files.get(`${name}.patch`) ?? '');
    execFileSync('git', ['apply', `${name}.patch`], { cwd: folder });
  }
  for (const [path, text] of files) {
    const [, place] = /^logto-\w+\/(.+)$/.exec(path) ?? [];
    if (place) {
      expect(readFileSync(join(folder, place), 'utf8')).toBe(text);
    }
  }
  const again = exportPages(repository, new Repository(folder));
  expect(again.get('logto-docs.patch')).toBe('');
  expect(again.get('logto-console.patch')).toBe('');
});

test('headings of a translation have the ids of the English ones', () => {
  const english = '# One\n\n## Two words\n';
  const mdx = toMdx('# 一\n\n<!-- en: 12 -->\n\n## 二\n\n见 <https://example.com>。\n', {
    english,
    link: () => undefined,
  });
  expect(mdx).toBe(
    '# 一 \\{#one}\n\n## 二 \\{#two-words}\n\n见 [https://example.com](https://example.com)。\n',
  );
});

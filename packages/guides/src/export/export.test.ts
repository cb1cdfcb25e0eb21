import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { drift } from '../drift/drift.ts';
import { parseMdx } from '../markdown/parse.ts';
import { readPublished } from '../published/read.ts';
import { Repository } from '../repository.ts';
import { chapters } from './chapters.ts';
import { exportPages } from './export.ts';
import { englishId, toMdx } from './mdx.ts';

const repository = new Repository();
const files = exportPages(repository);

function texts(): [string, string][] {
  return [...files].filter(
    (entry): entry is [string, string] => /\.mdx?$/.test(entry[0]) && typeof entry[1] === 'string',
  );
}

test('every MDX file of the export is MDX, and no comment of ours is left in any', () => {
  for (const [path, text] of texts()) {
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
  for (const [path, text] of texts()) {
    const findings = await drift(repository, readPublished(path, text));
    expect(findings.filter(({ status }) => status !== 'same')).toEqual([]);
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
      expect(readFileSync(join(folder, place)).equals(Buffer.from(text))).toBe(true);
    }
  }
  const again = exportPages(repository, [folder]);
  expect(again.get('logto-docs.patch')).toBe('');
  expect(again.get('logto-console.patch')).toBe('');
});

test('a page of Logto has an id once, whichever of our fragments it is put together from', () => {
  const folders = texts().map(([path]) => path.slice(0, path.lastIndexOf('/')));
  for (const folder of new Set(folders.filter((name) => name.startsWith('logto-docs/')))) {
    const fragments = texts().filter(([path]) => path.startsWith(`${folder}/`));
    const ids = fragments.flatMap(([, text]) =>
      [...text.matchAll(/\\\{#([\w-]+)\}/g)].map(([, id]) => id),
    );
    expect(ids.length).toBeGreaterThan(0);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      folder,
    ).toEqual([]);
  }
});

test('the export says which chapter it misses', () => {
  const text = '# Page\n\n## One\n\nText.\n';
  expect(() => chapters({ text, english: text }, ['Two'])).toThrow('No page has a chapter “Two”');
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

test('a link to a heading of a translation takes its English id', () => {
  const page = { text: '# 一\n\n## 模板\n', english: '# One\n\n## Templates\n' };
  expect(englishId(page, encodeURI('模板'))).toBe('templates');
  expect(englishId(page, 'nowhere')).toBe('nowhere');
});

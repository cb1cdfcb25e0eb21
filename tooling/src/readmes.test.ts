import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { root, trackedFiles } from './copy-tree.ts';

const markdown = new MarkdownIt();
const files = trackedFiles();
const readmes = files.filter((file) => /(^|\/)(README[\w.-]*|CONTRIBUTING)\.md$/.test(file));

/** A line that somebody is meant to type, as it stands in the source of a page. */
const command = /^\s*(\$ )?(npm|npx|pnpm|yarn|node|docker|git|turbo|curl|cp|cd|mkdir) [\w./@-]/;

interface Block {
  language: string;
  lines: string[];
  /** First and last line in the source, from 0. */
  from: number;
  to: number;
}

/** The blocks of code that a reader sees once the page is rendered. */
function codeBlocks(source: string): Block[] {
  return markdown
    .parse(source, {})
    .filter(({ type }) => type === 'fence' || type === 'code_block')
    .map(({ info, content, map }) => ({
      language: info.trim().split(' ')[0] ?? '',
      lines: content.split('\n'),
      from: map?.[0] ?? 0,
      to: map?.[1] ?? 0,
    }));
}

function scriptsOf(folder: string): string[] {
  const manifest = join(root, folder, 'package.json');
  return existsSync(manifest)
    ? Object.keys(JSON.parse(readFileSync(manifest, 'utf8')).scripts ?? {})
    : [];
}

/** Commands of npm and pnpm that are none of ours. */
const theirs =
  /^(install|i|add|ci|exec|run|dlx|create|pack|publish|view|init|link|changeset|turbo|playwright)$/;

/** The script that a line starts, of a sample's or the repository's package.json. */
function scriptIn(line: string): string | undefined {
  const [, name] =
    /(?:^|&& )(?:npx -y pnpm@[\d.]+|pnpm|npm)(?: run)? ([a-z][\w:-]*)/.exec(line.trim()) ?? [];
  return name === undefined || theirs.test(name) ? undefined : name;
}

describe.each(readmes)('%s', (path) => {
  const source = readFileSync(join(root, path), 'utf8');
  const blocks = codeBlocks(source);

  test('shows each command in a block of code', () => {
    const lost = source
      .split('\n')
      .map((line, index) => ({ line, index }))
      .filter(({ line }) => command.test(line))
      .filter(({ index }) => !blocks.some(({ from, to }) => index >= from && index < to));
    expect(lost).toEqual([]);
  });

  test('names scripts that exist', () => {
    const known = new Set([...scriptsOf(''), ...scriptsOf(dirname(path)), ...theirSamples()]);
    const named = blocks
      .filter(({ language }) => ['sh', 'bash', 'console'].includes(language))
      .flatMap(({ lines }) => lines.map(scriptIn))
      .filter((name) => name !== undefined);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

/** A page may show what to do in a copy of a sample. */
function theirSamples(): string[] {
  return files
    .filter((file) => /^apps\/[^/]+\/package\.json$/.test(file))
    .flatMap((file) => scriptsOf(dirname(file)));
}

const folders = files
  .map((file) => /^((?:apps|packages)\/[^/]+|e2e|bench|docs|tooling)\//.exec(file)?.[1])
  .filter((folder) => folder !== undefined);

test.each([...new Set(folders)])('%s says what it is', (folder) => {
  expect(existsSync(join(root, folder, 'README.md'))).toBe(true);
});

// What is published, and what is taken away, has readers who see nothing else.
const privatePackages = [...new Set(folders)].filter((folder) => {
  const manifest = join(root, folder, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).private === true;
});

test.each(privatePackages.filter((folder) => !folder.startsWith('apps/')))(
  '%s says it on a screen',
  (folder) => {
    const lines = readFileSync(join(root, folder, 'README.md'), 'utf8').split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    // How it is tested, and what it may or may not import.
    expect(lines.join(' ')).toMatch(/tests?\b/i);
    expect(lines.join(' ')).toMatch(/\bimports?\b/);
  },
);

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, trackedFiles } from './copy-tree.ts';

const files = trackedFiles();

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

describe('SECURITY.md', () => {
  const shown = [...read('SECURITY.md').matchAll(/`([^`]+\.(?:test|spec)\.ts)`, \*([^*]+)\*/g)];
  const rows = read('SECURITY.md')
    .split('\n')
    .filter((line) => /^\| .+ → /.test(line) && !line.startsWith('| From'));

  test.each(rows.map((row) => row.split('|').slice(1, 3).join(':')))(
    'names a test for%s',
    (subject) => {
      const row = rows.find((one) => one.includes(subject.replace(':', '|'))) ?? '';
      expect(row).toMatch(/\.(test|spec)\.ts`, \*/);
    },
  );

  test.each(shown.map(([, file = '', title = '']) => [title, file]))(
    '"%s" is in %s',
    (title, file) => {
      expect(existsSync(join(root, file)) && read(file)).toContain(title.replaceAll("'", "\\'"));
    },
  );
});

test('turbo knows that the tests of SECURITY.md are read here', () => {
  const inputs = [...read('tooling/turbo.json').matchAll(/"\$TURBO_ROOT\$\/([^"]+)"/g)];
  const named = [...read('SECURITY.md').matchAll(/`([^`]+\.(?:test|spec)\.ts)`/g)];
  const unknown = named.filter(
    ([, file = '']) => !inputs.some(([, glob = '']) => matchesGlob(file, glob)),
  );
  expect(unknown).toEqual([]);
});

const pages = files.filter(
  (file) => /^[^/]+\.md$/.test(file) || (/README[\w.-]*\.md$/.test(file) && !/^apps/.test(file)),
);

test.each(pages)('%s leads to what is there', (page) => {
  const text = read(page).replaceAll(/```[\s\S]*?```/g, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^(https?|mailto):/.test(link));
  const lost = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    return !existsSync(join(root, target)) || (anchor && !headings(target).includes(anchor));
  });
  expect(lost).toEqual([]);
});

/** The anchors of a page's headings, as GitHub makes them. */
function headings(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

test('CONTRIBUTING.md names files and folders that are there', () => {
  const paths = [...read('CONTRIBUTING.md').matchAll(/`(\.?[a-z][\w.-]*(?:\/[\w.-]+)+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/[A-Z]{3}|^@/.test(path));
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

describe('the picture in CONTRIBUTING.md', () => {
  const [, picture = ''] =
    /```mermaid\nflowchart.*\n([\s\S]*?)```/.exec(read('CONTRIBUTING.md')) ?? [];
  const arrows = picture
    .split('\n')
    .filter((line) => line.includes('-->'))
    .flatMap((line) => {
      const [from = '', to = ''] = line.split('-->').map((side) => side.trim());
      return from
        .split(' & ')
        .flatMap((one) => to.split(' & ').map((other) => [one, other] as const));
    });

  /** What each package says that it depends on, by the names of their folders. */
  const folders = files
    .filter((file) => /^((packages|apps)\/[^/]+|e2e|bench|tooling)\/package\.json$/.test(file))
    .map(dirname);
  const names = new Map(folders.map((folder) => [manifestOf(folder).name, basename(folder)]));
  const depends = folders.flatMap((folder) => {
    const { dependencies = {}, devDependencies = {} } = manifestOf(folder);
    return Object.keys({ ...dependencies, ...devDependencies }).flatMap((name) => {
      const other = names.get(name);
      return other ? [[basename(folder), other] as const] : [];
    });
  });

  test('has every package', () => {
    expect([...new Set(arrows.flat())].sort()).toEqual(
      expect.arrayContaining([...names.values()].sort()),
    );
  });

  test('has no arrow that is no dependency', () => {
    expect(arrows.filter((arrow) => !depends.some((one) => `${one}` === `${arrow}`))).toEqual([]);
  });

  test('leads along its arrows to all that a package depends on', () => {
    const isReached = (from: string, to: string): boolean =>
      arrows.some(([one, other]) => one === from && (other === to || isReached(other, to)));
    expect(depends.filter(([from, to]) => !isReached(from, to))).toEqual([]);
  });

  function manifestOf(folder: string) {
    return JSON.parse(read(join(folder, 'package.json')));
  }
});

test('README.md says of every folder what it is', () => {
  const folders = files
    .map((file) => /^((?:packages|apps)\/[^/]+|e2e|bench|docs|tooling)\//.exec(file)?.[1])
    .filter((folder) => folder !== undefined);
  const page = read('README.md');
  expect([...new Set(folders)].filter((folder) => !page.includes(`](${folder}`))).toEqual([]);
});

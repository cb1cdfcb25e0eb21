import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { pack, packageFolder } from './packed.ts';

let packed: Awaited<ReturnType<typeof pack>>;

beforeAll(async () => {
  packed = await pack();
}, 60_000);

afterAll(() => packed[Symbol.asyncDispose]());

test('the package has these files, and is small', () => {
  expect(packed.files).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'lib/index.d.ts',
    'lib/index.js',
    'logo.svg',
    'package.json',
  ]);
  expect(packed.size).toBeLessThan(30_000);
});

test('it depends on what Logto has beside it, which stays outside of the bundle', async () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['@logto/connector-kit', 'zod']);
  const bundle = await readFile(join(packageFolder, 'lib/index.js'), 'utf8');
  const imports = [...bundle.matchAll(/\bfrom\s*["']([^"']+)["']/g)].map(([, name]) => name);
  const packages = imports.filter((name) => !name?.startsWith('node:'));
  expect([...new Set(packages)].toSorted()).toEqual(['@logto/connector-kit', 'zod']);
});

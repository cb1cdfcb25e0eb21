import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { samples } from './registry.ts';

function manifestOf(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

test('no two samples share a name or a port', () => {
  for (const key of ['name', 'port'] as const) {
    expect(new Set(samples.map((sample) => sample[key])).size).toBe(samples.length);
  }
});

test.each(samples)(
  '$name is built before the browser suite, which depends on its package',
  ({ folder }) => {
    const suite = manifestOf(join(import.meta.dirname, '../../../e2e'));
    expect(suite.devDependencies).toHaveProperty([manifestOf(folder).name]);
  },
);

test.each(samples)('$name says how it starts, and where its settings belong', ({ application }) => {
  expect(application.start).toMatch(/^npm /);
  expect(application.settings?.values).toMatchObject({});
  expect(application.redirectUris.every((uri) => uri.startsWith('/'))).toBe(true);
});

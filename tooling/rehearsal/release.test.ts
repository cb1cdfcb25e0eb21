import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { changesIn, publishedPackages } from '../src/release/published.ts';
import { sentence } from './release.ts';

const { folder, packages, registry } = inject('release');

test.each(publishedPackages())(
  'a changeset makes a version of $name',
  async ({ name, version }) => {
    const [major, minor] = version.split('.');
    const next = `${major}.${Number(minor) + 1}.0`;
    const made = packages.find((one) => one.name === name);
    expect(made?.version).toBe(next);
    expect(made && changesIn(made, folder)).toContain(sentence);
    const told = await fetch(`${registry.url}${name}`);
    expect(await told.json()).toMatchObject({ 'dist-tags': { latest: next } });
  },
);

test('every package of the kit asks for the new version of another', () => {
  const versions = new Map(packages.map(({ name, version }) => [name, version]));
  for (const one of packages) {
    const manifest = JSON.parse(readFileSync(join(folder, one.folder, 'package.json'), 'utf8'));
    for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
      expect(range).toBe(versions.has(name) ? `^${versions.get(name)}` : range);
    }
  }
});

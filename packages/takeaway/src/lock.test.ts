import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from '@dm-kit/samples';
import { describe, expect, test } from 'vitest';
import { installedVersion, type Manifest } from './lock.ts';

describe.each(samples)('$name/package-lock.json', ({ folder }) => {
  const text = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const lock: { packages: Record<string, { version?: string } & Manifest> } = JSON.parse(text);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

  test('fits package.json: `pnpm locks` writes it anew', () => {
    const { dependencies = {}, devDependencies = {} } = lock.packages[''] ?? {};
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: manifest.dependencies ?? {},
      devDependencies: manifest.devDependencies ?? {},
    });
  });

  test('has the versions of the workspace: `pnpm locks` writes it anew', () => {
    const locked = names.map((name) => [name, lock.packages[`node_modules/${name}`]?.version]);
    expect(Object.fromEntries(locked)).toEqual(
      Object.fromEntries(names.map((name) => [name, installedVersion(folder, name)])),
    );
  });

  test('names no registry, and nothing that only the workspace knows', () => {
    expect(text).not.toMatch(/"resolved"|https?:\/\/(localhost|127\.)/);
    for (const range of Object.values({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(range).not.toMatch(/^(workspace|catalog|link|file):/);
    }
  });
});

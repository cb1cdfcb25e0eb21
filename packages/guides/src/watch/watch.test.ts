import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixture } from '../../test/fixture.ts';
import { Repository, repositoryRoot } from '../repository.ts';
import { goneFrom } from './compare-exports.ts';
import { readExports } from './exported.ts';
import { importsOf } from './imports.ts';
import { newest } from './registry.ts';
import { brokenBy, report } from './report.ts';
import { frameworkPackages, type Target, targetsOf } from './targets.ts';
import { withVersions } from './try-guide.ts';
import type { Watched } from './watch.ts';

const nextAuth = {
  versions: ['4.24.15', '5.0.0-beta.32', '5.0.0-beta.33'],
  tags: { latest: '4.24.15', beta: '5.0.0-beta.33' },
};
const angular = { versions: [], tags: { latest: '22.3.0', next: '23.0.0-next.1' } };

test.each([
  ['^22.2.6', angular, 'latest', false, '22.3.0'],
  ['^22.2.6', angular, 'next', false, '23.0.0-next.1'],
  ['22.3.0', angular, 'latest', false, undefined],
  ['5.0.0-beta.32', nextAuth, 'latest', false, '5.0.0-beta.33'],
  ['5.0.0-beta.33', nextAuth, 'latest', false, undefined],
  ['4.24.10', nextAuth, 'next', true, '4.24.15'],
] as const)('newer than %s', (range, published, channel, keepMajor, expected) => {
  expect(
    newest(range, { ...published, versions: [...published.versions] }, channel, keepMajor),
  ).toBe(expected);
});

test('what a framework publishes: dependencies, and the tools of the same scope', () => {
  const manifest = {
    dependencies: { '@angular/core': '1', react: '2' },
    devDependencies: {
      '@angular/cli': '1',
      '@types/react': '2',
      typescript: '3',
      '@dm-kit/local': '0',
    },
  };
  expect(Object.keys(frameworkPackages(manifest))).toEqual([
    '@angular/core',
    'react',
    '@angular/cli',
    '@types/react',
  ]);
});

test('what code imports from packages, with its line', () => {
  const repository = fixture({
    'app/a.ts': `import 'x';\nimport node from 'node:fs';\nimport one, { two as three, type Four } from 'pack/deep';\nimport { b } from './b';\n`,
  });
  expect(importsOf(repository, 'app')).toEqual(
    ['default', 'two', 'Four'].map((name) => ({
      file: 'app/a.ts',
      line: 3,
      from: 'pack/deep',
      name,
    })),
  );
});

test('the version that takes an export away, found in few steps', async () => {
  const looked: string[] = [];
  const exported = async (_name: string, version: string, modules: string[]) => {
    looked.push(version);
    const names = Number(version[0]) < 6 ? ['build', 'Scope'] : ['Scope'];
    return new Map(modules.map((from) => [from, new Set(names)]));
  };
  const imports = ['build', 'Scope'].map((name) => ({
    file: 'app.ts',
    line: 3,
    from: 'pack',
    name,
  }));
  const between = ['5.0.2', '5.0.3', '5.1.0', '5.1.1', '6.0.0', '6.1.0', '6.1.1'];
  const gone = await goneFrom(
    'pack',
    imports,
    { here: '4.0.0', newest: '6.1.2', between },
    exported,
  );
  expect(gone).toEqual([
    {
      package: 'pack',
      version: '6.1.2',
      export: 'build',
      last: '5.1.1',
      first: '6.0.0',
      importers: ['app.ts:3'],
    },
  ]);
  expect(looked.length).toBeLessThan(6);
});

test('what modules export, types too, and nothing for one that is not there', () => {
  const found = readExports(join(repositoryRoot, 'apps/angular'), [
    '@logto/js',
    'angular-auth-oidc-client',
    'nowhere',
  ]);
  expect(found.get('@logto/js')).toContain('buildAngularAuthConfig');
  expect(found.get('angular-auth-oidc-client')).toContain('OpenIdConfiguration');
  expect(found.get('nowhere')).toEqual(new Set());
});

test('a guide installs other versions', () => {
  const versions = new Map([
    ['next', '17.0.0'],
    ['jose', '7.1.0'],
  ]);
  const text =
    'Uses jose@6.\n\nnpx -y create-next-app@16 my-app\nnpm install next-auth@5.0.0-beta.32 jose@6\n';
  expect(withVersions(text, versions)).toBe(
    'Uses jose@6.\n\nnpx -y create-next-app@17.0.0 my-app\nnpm install next-auth@5.0.0-beta.32 jose@7.1.0\n',
  );
});

const target = targetsOf(new Repository()).find(({ guide }) => guide === 'angular') as Target;
const known = {
  package: '@logto/js',
  version: '6.1.2',
  export: 'buildAngularAuthConfig',
  last: '5.1.1',
  first: '6.0.0',
  importers: ['app.config.ts:3'],
};
const watched: Watched = {
  target,
  changes: [{ name: '@logto/js', here: '5.1.1', now: '6.1.2', isKeptBack: true }],
  gone: [known],
  outcomes: [{ did: 'npm run build', passed: true, seconds: 9, says: '' }],
  blamed: [],
};

test('what is known breaks nothing; what is new is said with package, version and export', () => {
  expect(brokenBy([watched])).toEqual([]);
  const other = { ...known, export: 'UserScope' };
  const failed = { did: 'npm run build', passed: false, seconds: 9, says: 'error TS1' };
  const worse = { ...watched, gone: [known, other], outcomes: [failed], blamed: ['jose 7.0.0'] };
  expect(brokenBy([worse])).toEqual([
    '**@logto/js 6.1.2** exports no `UserScope`: gone since 6.0.0, 5.1.1 has it; imported in app.config.ts:3',
    '`npm run build` of apps/angular fails with these versions; it fails with jose 7.0.0 alone as well',
  ]);
  expect(report([worse])).toContain('error TS1');
  expect(brokenBy([{ ...watched, gone: [] }])).toEqual([
    '**@logto/js** has `buildAngularAuthConfig` again: it need not be kept back any longer',
  ]);
});

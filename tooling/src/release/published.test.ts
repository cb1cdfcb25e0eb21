import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../copy-tree.ts';
import { changesIn, type Packed, pack, publishedPackages } from './published.ts';

const rootManifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const packages = publishedPackages();
let temporary: string;
let packed: Packed[];
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'dm-kit-packed-'));
  packed = pack(packages, temporary);
});
afterAll(() => rm(temporary, { recursive: true }));

describe.each(packages)('$name', (one) => {
  const { manifest, folder } = one;
  const packedOne = () => packed[packages.indexOf(one)] as Packed;

  test('says where it comes from, and what it is allowed', () => {
    expect(manifest).toMatchObject({
      license: rootManifest.license,
      bugs: rootManifest.bugs,
      homepage: expect.stringContaining(`/${folder}`),
      repository: { ...rootManifest.repository, directory: folder },
      publishConfig: { access: 'public' },
      engines: { node: expect.any(String) },
    });
    const license = readFileSync(join(root, folder, 'LICENSE'), 'utf8');
    expect(license).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  });

  test('tells its version what changed', () => {
    expect(changesIn(one)).toMatch(/\w+/);
  });

  test('holds its papers and no test', () => {
    const { files } = packedOne();
    expect(files).toEqual(expect.arrayContaining(['CHANGELOG.md', 'LICENSE', 'README.md']));
    expect(files.filter((file) => /(\.test\.|^src\/|^test\/|\.map$)/.test(file))).toEqual([]);
  });

  test('brings the licences of what is bundled', () => {
    const bundled = join(root, folder, 'lib/third-party-licenses.txt');
    const { devDependencies = {} } = manifest as { devDependencies?: Record<string, string> };
    // What of them is in a bundle leaves its name in the list.
    const needsNotice = ['hono', '@hono/node-server', 'oidc-provider'].filter(
      (name) => name in devDependencies,
    );
    const notices = existsSync(bundled) ? readFileSync(bundled, 'utf8') : '';
    expect(needsNotice.filter((name) => !notices.includes(`${name} `))).toEqual([]);
  });

  test('is what publint and attw would publish', { timeout: 120_000 }, async () => {
    const tarball = join(temporary, packedOne().filename);
    const { buffer } = new Uint8Array(readFileSync(tarball));
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
    const attw = join(root, 'tooling/node_modules/@arethetypeswrong/cli/dist/index.js');
    // CommonJS gets such a package by import() or, since Node 22.12, by require().
    const options = ['--ignore-rules', 'cjs-resolves-to-esm', '--format', 'json'];
    const report = execFileSync(process.execPath, [attw, tarball, ...options], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    const { analysis } = JSON.parse(report);
    expect(analysis.entrypoints['.'].hasTypes).toBe(true);
    const problems = (analysis.problems as { kind: string }[]).map(({ kind }) => kind);
    expect(problems.filter((kind) => kind !== 'CJSResolvesToESM')).toEqual([]);
  });
});

import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyTree, root, type TreeCopy } from '../src/copy-tree.ts';
import { changesIn, type Published, publishedPackages } from '../src/release/published.ts';
import { type Registry, startRegistry } from './registry.ts';
import { Stranger } from './stranger.ts';

// What the workflow "release" does, from a changeset to what a stranger installs; the registry is our own.

const before = publishedPackages();
const sentence = 'The rehearsal was here.';

let copy: TreeCopy;
let registry: Registry;
let packages: Published[];
beforeAll(async () => {
  copy = await copyTree();
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.close();
  await copy.remove();
});

/** Not execFileSync: the registry runs in this process, and has to answer meanwhile. */
async function inCopy(command: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd: copy.folder,
    maxBuffer: 2 ** 26,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return stdout;
}

function changeset(command: string, ...options: string[]): Promise<string> {
  const script = join(root, 'node_modules/@changesets/cli/bin.js');
  return inCopy(process.execPath, [script, command, ...options], {
    npm_config_userconfig: registry.npmrc,
    npm_config_registry: registry.url,
  });
}

/** The lock file, with nothing installed; packages of others come from where they always come from. */
function lock(option: string): Promise<string> {
  return inCopy('npx', ['-y', 'pnpm@12.21.0', 'install', '--lockfile-only', option]);
}

describe('in the repository', () => {
  test('a changeset becomes a version and a changelog', async () => {
    const header = before.map(({ name }) => `"${name}": minor`).join('\n');
    writeFileSync(
      join(copy.folder, '.changeset/rehearsal.md'),
      `---\n${header}\n---\n\n${sentence}\n`,
    );
    await changeset('version');
    packages = publishedPackages(copy.folder);
    expect(packages.map(({ version }) => version)).toEqual(before.map(() => '0.2.0'));
    for (const one of packages) {
      expect(changesIn(one, copy.folder)).toContain(sentence);
    }
  });

  test('the lock file fits, and a frozen install takes it', async () => {
    await lock('--no-frozen-lockfile');
    await lock('--frozen-lockfile');
  });

  test('all that is new is published', async () => {
    for (const { folder } of packages) {
      // As built for this tree: what differs is the version, which the programs read from their manifest.
      rmSync(join(copy.folder, folder, 'lib'), { recursive: true, force: true });
      cpSync(join(root, folder, 'lib'), join(copy.folder, folder, 'lib'), { recursive: true });
    }
    const said = await changeset('publish', '--no-git-tag');
    for (const { name } of packages) {
      expect(said).toContain(name);
    }
  });
});

describe('a stranger', () => {
  let stranger: Stranger;
  beforeAll(async () => {
    stranger = await Stranger.come(registry);
    const names = packages.map(({ name }) => name);
    const installed = await stranger.run('npm', 'install', ...names);
    expect(installed).toMatchObject({ code: 0 });
  });
  afterAll(() => stranger.leave());

  test('gets what was published just now', () => {
    for (const { name, version } of packages) {
      const manifest = join(stranger.folder, 'node_modules', name, 'package.json');
      expect(JSON.parse(readFileSync(manifest, 'utf8')).version).toBe(version);
    }
  });

  test('loads the connector', async () => {
    const script = `const { default: create } = await import('@dm-kit/connector-aliyun-dm');
      const { metadata } = await create({ getConfig: () => { throw new Error('none yet'); } });
      console.log(metadata.id);`;
    await stranger.write('connector.mjs', script);
    expect(await stranger.run('node', 'connector.mjs')).toMatchObject({
      stdout: 'aliyun-dm-kit\n',
    });
  });

  test.each([
    ['direct-mail-emulator', '@dm-kit/direct-mail-emulator'],
    ['logto-emulator', '@dm-kit/logto-emulator'],
  ])('starts %s by npx', async (_, name) => {
    const { line, stop } = await stranger.start('npx', name, '--port', '0', '--json');
    const { event, url } = JSON.parse(line);
    expect(event).toBe('ready');
    expect((await fetch(url)).status).toBeLessThan(500);
    await stop();
  });

  test.each([
    ['bundler', 'esnext'],
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
  ])('gets types with moduleResolution %s', async (moduleResolution, module) => {
    await stranger.write(
      'types.ts',
      `import createConnector from '@dm-kit/connector-aliyun-dm';
       import { startDirectMailEmulator } from '@dm-kit/direct-mail-emulator';
       import { startLogtoEmulator } from '@dm-kit/logto-emulator';
       import { startLocal } from '@dm-kit/local';
       const emulator = await startLogtoEmulator({ port: 0 });
       const url: string = emulator.url;
       // @ts-expect-error a port is a number
       await startDirectMailEmulator({ port: 'none' });
       export { createConnector, startLocal, url };`,
    );
    const compilerOptions = {
      ...{ module, moduleResolution, target: 'es2023', strict: true, noEmit: true },
      ...{ lib: ['es2023', 'dom', 'esnext.disposable'], types: [], skipLibCheck: true },
    };
    await stranger.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['types.ts'] }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const checked = await stranger.run(process.execPath, tsc);
    expect(checked).toMatchObject({ code: 0, stdout: '' });
  });
});

describe('a stranger with another Node', () => {
  let stranger: Stranger;
  beforeAll(async () => {
    stranger = await Stranger.come(registry);
    const nodes = ['18', '20', '24'].map((version) => `node-${version}@npm:node@${version}`);
    const names = packages.map(({ name }) => name);
    const installed = await stranger.run('npm', 'install', ...names, ...nodes);
    expect(installed).toMatchObject({ code: 0 });
  });
  afterAll(() => stranger.leave());

  test.each(['18', '20'])('is told in a sentence what Node %s lacks', async (version) => {
    const old = join(stranger.folder, `node_modules/node-${version}/bin/node`);
    for (const { name, manifest } of packages.filter((one) => one.manifest.bin)) {
      for (const file of Object.values(manifest.bin as Record<string, string>)) {
        const { code, stdout, stderr } = await stranger.run(old, join('node_modules', name, file));
        expect({ code, stdout, lines: stderr.trim().split('\n') }).toEqual({
          code: 1,
          stdout: '',
          lines: [expect.stringMatching(/needs Node 22\.\d+ or later\. This is Node \d+/)],
        });
      }
    }
  });

  test('starts them in Node 24', async () => {
    const newer = join(stranger.folder, 'node_modules/node-24/bin/node');
    for (const { name, manifest } of packages.filter((one) => one.manifest.bin)) {
      for (const file of Object.values(manifest.bin as Record<string, string>)) {
        const { code } = await stranger.run(newer, join('node_modules', name, file), '--help');
        expect(code).toBe(0);
      }
    }
  });
});

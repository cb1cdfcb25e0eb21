import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type RegistryAccess, startRegistry } from '@dm-kit/takeaway/registry';
import type { TestProject } from 'vitest/node';
import { copyTree, root } from '../src/copy-tree.ts';
import { type Published, publishedPackages } from '../src/release/published.ts';

/** A release that has been made. */
export interface Release {
  registry: RegistryAccess;
  /** The tree that it was made in. */
  folder: string;
  packages: Published[];
}

declare module 'vitest' {
  export interface ProvidedContext {
    release: Release;
  }
}

/** What the changeset of this release says. */
export const sentence = 'The rehearsal was here.';

/** What the workflow "release" does, from a changeset to a registry; the registry is our own. */
export default async function release({ provide }: TestProject): Promise<() => Promise<void>> {
  const copy = await copyTree();
  const registry = await startRegistry();
  const { folder } = copy;
  const end = async () => {
    await registry.close();
    await copy.remove();
  };
  try {
    const header = publishedPackages().map(({ name }) => `"${name}": minor`);
    const changes = `---\n${header.join('\n')}\n---\n\n${sentence}\n`;
    writeFileSync(join(folder, '.changeset/rehearsal.md'), changes);
    await changeset(folder, registry, 'version');
    // Nothing is installed; packages of others come from where they always come from.
    for (const option of ['--no-frozen-lockfile', '--frozen-lockfile']) {
      await run(folder, 'npx', ['-y', 'pnpm@12.21.0', 'install', '--lockfile-only', option]);
    }
    const packages = publishedPackages(folder);
    await build(folder, packages);
    await changeset(folder, registry, 'publish', '--no-git-tag');
    const { url, npmrc } = registry;
    provide('release', { registry: { url, npmrc }, folder, packages });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

async function build(folder: string, packages: Published[]) {
  const turbo = join(root, 'node_modules/turbo/bin/turbo');
  const filters = packages.map((one) => `--filter=./${one.folder}`);
  const cache = `--cache-dir=${join(root, '.turbo/cache')}`;
  await run(folder, process.execPath, [turbo, 'run', 'build', ...filters, cache]);
}

async function changeset(folder: string, registry: RegistryAccess, ...args: string[]) {
  const script = join(root, 'node_modules/@changesets/cli/bin.js');
  await run(folder, process.execPath, [script, ...args], {
    npm_config_userconfig: registry.npmrc,
    npm_config_registry: registry.url,
  });
}

/** Not execFileSync: the registry runs in this process, and has to answer meanwhile. */
async function run(cwd: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  await promisify(execFile)(command, args, {
    cwd,
    maxBuffer: 2 ** 26,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
}

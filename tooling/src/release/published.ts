import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, trackedFiles } from '../copy-tree.ts';

/** A package that is published. */
export interface Published {
  /** From the root of the repository. */
  folder: string;
  name: string;
  version: string;
  manifest: Record<string, unknown>;
}

/** What `npm pack` says that it would pack. */
export interface Packed {
  size: number;
  unpackedSize: number;
  files: string[];
}

/** All packages that are not private, in a tree. */
export function publishedPackages(tree: string = root): Published[] {
  return trackedFiles()
    .filter((file) => /^packages\/[^/]+\/package\.json$/.test(file))
    .map((file) => ({ folder: dirname(file), text: readFileSync(join(tree, file), 'utf8') }))
    .map(({ folder, text }) => ({ folder, manifest: JSON.parse(text) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest }) => ({
      folder,
      manifest,
      name: manifest.name,
      version: manifest.version,
    }));
}

/** Which files would be published; nothing is written. */
export function packOf({ folder }: Published, tree: string = root): Packed {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: join(tree, folder),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [packed] = JSON.parse(output);
  const files = (packed.files as { path: string }[]).map(({ path }) => path).sort();
  return { size: packed.size, unpackedSize: packed.unpackedSize, files };
}

/** What the changelog says about the package's version, or undefined. */
export function changesIn({ folder, version }: Published, tree: string = root): string | undefined {
  const file = join(tree, folder, 'CHANGELOG.md');
  if (!existsSync(file)) {
    return undefined;
  }
  const sections = readFileSync(file, 'utf8').split(/^## /m);
  const section = sections.find((text) => text.startsWith(`${version}\n`));
  return section?.slice(version.length).trim();
}

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

/** What `npm pack` says of a package. */
export interface Packed {
  filename: string;
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

/** What would be published of each package; nothing is written unless there is a folder to pack them to. */
export function pack(packages: Published[], folder?: string): Packed[] {
  const output = execFileSync(
    'npm',
    [
      ...['pack', '--json', '--ignore-scripts'],
      ...(folder === undefined ? ['--dry-run'] : ['--pack-destination', folder]),
      ...packages.map((one) => `./${one.folder}`),
    ],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    },
  );
  const packed: (Omit<Packed, 'files'> & { files: { path: string }[] })[] = JSON.parse(output);
  return packed.map(({ filename, size, unpackedSize, files }) => ({
    filename,
    size,
    unpackedSize,
    files: files.map(({ path }) => path).sort(),
  }));
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

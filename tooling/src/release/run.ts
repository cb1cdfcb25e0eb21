/** `pnpm release --dry-run` says what would be published. `pnpm release` publishes, in the workflow alone. */
import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { readCommandLine, refuse } from '@dm-kit/processes';
import { root } from '../copy-tree.ts';
import { changesIn, type Packed, pack, publishedPackages } from './published.ts';

const help = `pnpm release [--dry-run]

  --dry-run   says what would be published, and changes nothing
  without it  publishes with provenance: in the workflow "release" alone
`;

const { values } = readCommandLine(help, { options: { 'dry-run': { type: 'boolean' } } });
const packages = publishedPackages();
if (values['dry-run']) {
  console.log(overview(pack(packages)));
} else {
  publish();
}

/** A line for each package; then what changed in it, and which files it has. */
function overview(packed: Packed[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
  const lines = packages.map(({ name, version }, index) => {
    const { files, size, unpackedSize } = packed[index] as Packed;
    const figures = `${String(files.length).padStart(3)} files ${kilobytes(size)} packed ${kilobytes(unpackedSize)} unpacked`;
    return `  ${name.padEnd(32)}${version.padEnd(9)}${figures}`;
  });
  const details = packages.map((one, index) => {
    const { name, version, folder } = one;
    const changes = changesIn(one) ?? `(no section "${version}" in ${folder}/CHANGELOG.md)`;
    return `${name} ${version}\n\n${indented(changes)}\n\n${indented(byFolder((packed[index] as Packed).files))}`;
  });
  return `\nThis would be published:\n\n${[lines.join('\n'), ...details].join('\n\n')}\n`;
}

function byFolder(files: string[]): string {
  const folders = Map.groupBy(files, dirname);
  return [...folders]
    .map(([folder, all]) => `${folder.padEnd(18)}${all.map((file) => basename(file)).join(', ')}`)
    .join('\n');
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

function publish(): void {
  if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL) {
    refuse('Only the workflow "release" publishes, because npm asks where a package was made.');
  }
  const nameless = packages.filter(({ manifest }) =>
    JSON.stringify(manifest).includes('OWNER/REPO'),
  );
  if (nameless.length > 0) {
    const names = nameless.map(({ folder }) => `${folder}/package.json`).join(', ');
    refuse(`Say where the repository is, in place of OWNER/REPO: ${names}.`);
  }
  const changesets = join(root, 'node_modules/@changesets/cli/bin.js');
  const { status } = spawnSync(process.execPath, [changesets, 'publish'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NPM_CONFIG_PROVENANCE: 'true' },
  });
  process.exitCode = status ?? 1;
}

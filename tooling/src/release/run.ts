/** `pnpm release --dry-run` says what would be published. `pnpm release` publishes, in the workflow alone. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readCommandLine, refuse } from '@dm-kit/processes';
import { root } from '../copy-tree.ts';
import { changesIn, type Packed, type Published, pack, publishedPackages } from './published.ts';

const help = `pnpm release [--dry-run]

  --dry-run   says what would be published, and changes nothing
  without it  publishes with provenance: in the workflow "release" alone
`;

const { values } = readCommandLine(help, { options: { 'dry-run': { type: 'boolean' } } });
const packages = publishedPackages();
if (values['dry-run']) {
  for (const [index, packed] of pack(packages).entries()) {
    describe(packages[index] as Published, packed);
  }
} else {
  publish();
}

function describe(one: Published, { size, unpackedSize, files }: Packed): void {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  const changes = changesIn(one) ?? `(no section "${one.version}" in ${one.folder}/CHANGELOG.md)`;
  console.log(
    `${one.name} ${one.version}: ${files.length} files, ${kilobytes(size)} packed, ${kilobytes(unpackedSize)} unpacked`,
  );
  console.log(files.map((file) => `  ${file}`).join('\n'));
  console.log(`\n${changes.replace(/^/gm, '  ')}\n`);
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

/** `pnpm release --dry-run` says what would be published. `pnpm release` publishes, in the workflow alone. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../copy-tree.ts';
import { changesIn, type Published, packOf, publishedPackages } from './published.ts';

const usage = `pnpm release [--dry-run]

  --dry-run   says what would be published, and changes nothing
  without it  publishes with provenance: in the workflow "release" alone
`;

const { dryRun } = readArguments();
const packages = publishedPackages();
if (dryRun) {
  for (const one of packages) {
    describe(one);
  }
} else {
  publish();
}

function readArguments(): { dryRun: boolean } {
  try {
    const { values } = parseArgs({
      options: { 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) {
      console.log(usage);
      process.exit();
    }
    return { dryRun: values['dry-run'] === true };
  } catch (error) {
    refuse((error as Error).message);
  }
}

function describe(one: Published): void {
  const { size, unpackedSize, files } = packOf(one);
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

function refuse(reason: string): never {
  console.error(`${reason}\n\n${usage}`);
  process.exit(2);
}

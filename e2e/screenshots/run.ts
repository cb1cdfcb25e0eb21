import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { samples } from '@dm-kit/samples';

const help = `Takes the images of the guides, docs/images, from the samples and the emulators.

  pnpm docs:screenshots [--check]

  --check  takes them and says which differ from those that are there; nothing is written
`;

const root = join(import.meta.dirname, '../..');

/** A sample's README shows its own, because a sample is taken away alone. */
const copies = samples.map(({ name, folder }) => ({
  from: join(root, 'docs/images', `${name}-profile.png`),
  to: join(folder, 'screenshot.png'),
}));

function main(): number {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (process.platform !== 'linux') {
    console.error(
      'The images are taken on Linux, where their browser and its fonts come from npm.',
    );
    return 1;
  }
  const update = values.check ? 'none' : 'changed';
  const { status } = spawnSync(
    join(import.meta.dirname, '../node_modules/.bin/playwright'),
    ['test', '--config', 'screenshots.config.ts', `--update-snapshots=${update}`],
    { cwd: join(import.meta.dirname, '..'), stdio: 'inherit' },
  );
  const stale = copies.filter(
    ({ from, to }) => values.check && !readFileSync(from).equals(readFileSync(to)),
  );
  for (const { from, to } of copies) {
    if (!values.check) {
      copyFileSync(from, to);
    }
  }
  for (const { to } of stale) {
    console.error(`${to} is not the image that docs/images has.`);
  }
  return stale.length > 0 ? 1 : (status ?? 1);
}

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

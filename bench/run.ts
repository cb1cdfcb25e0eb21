// `pnpm bench NAME`: runs the measurement in the folder of that name.
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const entries = await readdir(import.meta.dirname, { withFileTypes: true });
const names = entries
  .filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules',
  )
  .map(({ name }) => name);
const name = process.argv[2] ?? '';

if (names.includes(name)) {
  build();
  const { run } = await import(`./${name}/index.ts`);
  await run();
} else {
  console.error(`Say what to measure: pnpm bench ${names.join(' | ')}`);
  process.exitCode = 2;
}

/** What is measured is what is published. */
function build(): void {
  const turbo = join(import.meta.dirname, '../node_modules/turbo/bin/turbo');
  const args = [turbo, 'run', 'build', '--output-logs=errors-only'];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(1);
  }
}

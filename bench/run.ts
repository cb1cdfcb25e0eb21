// `pnpm bench NAME`: runs the measurement in the folder of that name.
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readCommandLine, refuse } from '@dm-kit/processes';

const entries = await readdir(import.meta.dirname, { withFileTypes: true });
const names = entries
  .filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules',
  )
  .map(({ name }) => name);
const help = `Measures what the kit takes, beside what its peers take.

  pnpm bench ${names.join('|')}
`;
const { positionals } = readCommandLine(help, { allowPositionals: true });
const [name = '', ...more] = positionals;
if (!names.includes(name) || more.length > 0) {
  refuse(`Say what to measure: ${names.join(', ')}`);
}
build();
const { run } = await import(`./${name}/index.ts`);
await run();

/** What is measured is what is published. */
function build(): void {
  const turbo = join(import.meta.dirname, '../node_modules/turbo/bin/turbo');
  const args = [turbo, 'run', 'build', '--output-logs=errors-only'];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(1);
  }
}

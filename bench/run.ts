// `pnpm bench NAME`: runs the measurement in the folder of that name.
import { readdir } from 'node:fs/promises';

const entries = await readdir(import.meta.dirname, { withFileTypes: true });
const names = entries
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ name }) => name);
const name = process.argv[2] ?? '';

if (names.includes(name)) {
  const { run } = await import(`./${name}/index.ts`);
  await run();
} else {
  console.error(`Say what to measure: pnpm bench ${names.join(' | ')}`);
  process.exitCode = 1;
}

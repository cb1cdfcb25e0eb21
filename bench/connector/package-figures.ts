import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../median.ts';

const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);

/** The folder of an installed package, whatever its `exports` allow. */
const folderOf = async (name: string): Promise<string> => {
  for (let folder = dirname(resolve(name)); ; folder = dirname(folder)) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
    if (JSON.parse(text).name === name) {
      return folder;
    }
  }
};

/** Milliseconds that a fresh process spends importing a package, median. */
const importTime = async (name: string, rounds: number, after = ''): Promise<number> => {
  const script = `${after}const start = performance.now(); await import('${name}'); console.log(performance.now() - start);`;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
    });
    times.push(Number(stdout));
  }
  return median(times);
};

/** Bytes of the tarball that `npm pack` makes, and the number of dependencies. */
const packed = async (name: string) => {
  const folder = await folderOf(name);
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', folder]);
  const { dependencies = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return {
    bytes: JSON.parse(stdout)[0].size as number,
    dependencies: Object.keys(dependencies).length,
  };
};

export const packageFigures = async (name: string, rounds: number) => ({
  importAlone: await importTime(name, rounds),
  // Inside Logto the kit is there already.
  importInLogto: await importTime(name, rounds, "await import('@logto/connector-kit'); "),
  ...(await packed(name)),
});

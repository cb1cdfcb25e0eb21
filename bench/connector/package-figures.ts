import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../median.ts';

const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);

/** The folder of an installed package, whatever its `exports` allow. */
async function folderOf(name: string): Promise<string> {
  for (let folder = dirname(resolve(name)); ; folder = dirname(folder)) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
    if (JSON.parse(text).name === name) {
      return folder;
    }
  }
}

/** Milliseconds that a fresh process spends importing a package. */
async function importTime(name: string, before: string): Promise<number> {
  const script = `${before}const start = performance.now(); await import('${name}'); console.log(performance.now() - start);`;
  const options = ['--input-type=module', '--eval', script];
  const { stdout } = await run(process.execPath, options, { cwd: import.meta.dirname });
  return Number(stdout);
}

/** Bytes of the tarball that `npm pack` makes. */
async function packedSize(name: string): Promise<number> {
  const folder = await folderOf(name);
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', folder]);
  const [{ size }] = JSON.parse(stdout) as [{ size: number }];
  return size;
}

/** All packages in turn, several times over, so that what disturbs the machine disturbs each. */
export async function packageFigures(names: readonly string[], rounds: number) {
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      // Inside Logto the kit is there already.
      times.get(name)?.push(await importTime(name, "await import('@logto/connector-kit'); "));
    }
  }
  return Promise.all(
    names.map(async (name) => ({
      name,
      importTime: median(times.get(name) ?? []),
      kilobytes: (await packedSize(name)) / 1000,
    })),
  );
}

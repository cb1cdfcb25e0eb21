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
async function importTime(name: string, before = ''): Promise<number> {
  const script = `${before}const start = performance.now(); await import('${name}'); console.log(performance.now() - start);`;
  const options = ['--input-type=module', '--eval', script];
  const { stdout } = await run(process.execPath, options, { cwd: import.meta.dirname });
  return Number(stdout);
}

/** Bytes of the tarball that `npm pack` makes, and the number of dependencies. */
async function packed(name: string) {
  const folder = await folderOf(name);
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', folder]);
  const { dependencies = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const [{ size }] = JSON.parse(stdout) as [{ size: number }];
  return { size, dependencies: Object.keys(dependencies).length };
}

/** All packages in turn, several times over, so that what disturbs the machine disturbs each. */
export async function packageFigures(names: readonly string[], rounds: number) {
  const alone = new Map(names.map((name) => [name, [] as number[]]));
  const inLogto = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      alone.get(name)?.push(await importTime(name));
      // Inside Logto the kit is there already.
      inLogto.get(name)?.push(await importTime(name, "await import('@logto/connector-kit'); "));
    }
  }
  const figures = [];
  for (const name of names) {
    const { size, dependencies } = await packed(name);
    figures.push({
      '': name,
      'import, ms': Math.round(median(alone.get(name) ?? [])),
      'import in Logto, ms': Math.round(median(inLogto.get(name) ?? [])),
      'packed, kB': Number((size / 1000).toFixed(1)),
      dependencies,
    });
  }
  return figures;
}

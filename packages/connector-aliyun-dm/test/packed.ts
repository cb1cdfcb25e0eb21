import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const packageFolder = dirname(import.meta.dirname);

/** The folder of an installed package, whatever its `exports` allow. */
export async function installed(name: string): Promise<string> {
  return realpath(join(packageFolder, 'node_modules', name));
}

async function temporaryFolder() {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'connector-'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

/** Packs the package as it would be published. */
export async function pack() {
  const { folder, ...disposable } = await temporaryFolder();
  const { stdout } = await run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    { cwd: packageFolder },
  );
  const [packed] = JSON.parse(stdout) as Packed[];
  if (!packed) {
    throw new Error('npm pack made nothing.');
  }
  const { filename, files, size } = packed;
  const paths = files.map(({ path }) => path).toSorted();
  return { tarball: join(folder, filename), files: paths, size, ...disposable };
}

interface Packed {
  filename: string;
  size: number;
  files: { path: string }[];
}

/**
 * Unpacks the package next to nothing but a kit and zod: what a connector finds in
 * `packages/core/node_modules` of Logto after `logto connector add`.
 *
 * @param kit the folder of the `@logto/connector-kit` that the host runs
 */
export async function unpack(tarball: string, kit: string) {
  const { folder, ...disposable } = await temporaryFolder();
  await run('tar', ['-xzf', tarball, '-C', folder]);
  await mkdir(join(folder, 'node_modules', '@logto'), { recursive: true });
  await symlink(kit, join(folder, 'node_modules', '@logto', 'connector-kit'));
  await symlink(await installed('zod'), join(folder, 'node_modules', 'zod'));
  return { folder: join(folder, 'package'), ...disposable };
}

/** Runs a script in a fresh process and gives back what it printed as JSON. */
export async function runScript(script: string, ...values: string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, [
    '--input-type=module',
    '--eval',
    script,
    ...values,
  ]);
  return JSON.parse(stdout);
}

// `pnpm locks`: writes each sample's package-lock.json anew, with the versions that the workspace has.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sample, samples } from '@dm-kit/samples';
import { startLocalRegistry } from './local-registry.ts';
import { installedVersion, type Manifest } from './lock.ts';
import { run } from './run-command.ts';

const folder = await mkdtemp(join(tmpdir(), 'locks-'));
const registry = await startLocalRegistry(folder);
try {
  for (const sample of samples) {
    await writeLock(sample, registry.env);
    console.log(`${sample.name}/package-lock.json`);
  }
} finally {
  await registry.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function writeLock(sample: Sample, env: Record<string, string>): Promise<void> {
  const manifest: Manifest = JSON.parse(
    await readFile(join(sample.folder, 'package.json'), 'utf8'),
  );
  const cwd = join(folder, 'samples', sample.name);
  await cp(join(sample.folder, 'package.json'), join(cwd, 'package.json'));
  // npm locks the newest that suits; the workspace may have an older one.
  const exact = (ranges: Record<string, string> = {}) =>
    Object.fromEntries(
      Object.keys(ranges).map((name) => [name, installedVersion(sample.folder, name)]),
    );
  const { dependencies, devDependencies } = manifest;
  await writeFile(
    join(cwd, 'package.json'),
    JSON.stringify({
      ...manifest,
      dependencies: exact(dependencies),
      devDependencies: exact(devDependencies),
    }),
  );
  await run('npm', ['install', '--package-lock-only', '--omit-lockfile-registry-resolved'], {
    cwd,
    env,
  });
  const lock = JSON.parse(await readFile(join(cwd, 'package-lock.json'), 'utf8'));
  Object.assign(lock.packages[''], { dependencies, devDependencies });
  for (const [path, entry] of Object.entries<{ integrity?: string }>(lock.packages)) {
    // Of what is built here, the next build has another sum.
    if (path.startsWith('node_modules/@dm-kit/')) {
      delete entry.integrity;
    }
  }
  await writeFile(join(sample.folder, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
}

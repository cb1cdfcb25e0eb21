import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runToEnd } from '@dm-kit/processes';
import { StackError } from '../errors.ts';
import { repositoryRoot } from '../paths.ts';

/** Where compose.yaml mounts the packages from. */
const unpackedFolder = join(repositoryRoot, 'packages/stack/dist');

/**
 * Packs a package as it would be published, and unpacks it where a container has it mounted. The folder is
 * replaced only by other content: a container that has it mounted would keep the old one.
 * @returns a digest of the content.
 */
export async function unpack(folder: string, signal?: AbortSignal): Promise<string> {
  await mkdir(unpackedFolder, { recursive: true });
  const work = await mkdtemp(join(unpackedFolder, '.pack-'));
  try {
    const packed = join(work, 'packed');
    await run(
      ['pnpm', 'pack', '--pack-destination', work],
      join(repositoryRoot, 'packages', folder),
      signal,
    );
    const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
    if (!archive) {
      throw new StackError(`Packing ${folder} gave no archive.`);
    }
    await mkdir(packed);
    await run(
      ['tar', '-xzf', join(work, archive), '--strip-components=1', '-C', packed],
      work,
      signal,
    );
    const target = join(unpackedFolder, folder);
    const digest = await digestOf(packed);
    if (digest !== (await digestOf(target))) {
      await rm(target, { recursive: true, force: true });
      await rename(packed, target);
    }
    return digest;
  } finally {
    await rm(work, { recursive: true });
  }
}

async function run(command: [string, ...string[]], cwd: string, signal?: AbortSignal) {
  const output: string[] = [];
  const onLine = (line: string) => void output.push(line);
  const ending = await runToEnd({ command, cwd, onLine, ...(signal ? { signal } : {}) });
  if ('exitCode' in ending && ending.exitCode === 0) {
    return;
  }
  throw new StackError(
    `\`${command.slice(0, 2).join(' ')}\` failed in ${cwd}.`,
    'failure' in ending ? [ending.failure] : output.slice(-20),
  );
}

/** A digest of names and contents of all files; empty when there is no such folder. */
async function digestOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  if (entries.length === 0) {
    return '';
  }
  const hash = createHash('sha256');
  const files = entries.filter((entry) => entry.isFile());
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    hash
      .update(path.slice(folder.length))
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

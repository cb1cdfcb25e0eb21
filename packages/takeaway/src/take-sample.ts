import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Sample } from '@dm-kit/samples';
import { repositoryRoot, run } from './run-command.ts';

/** Takes a sample out of git, as it is at HEAD, into a folder of its own. @returns that folder */
export async function takeSample(sample: Sample, target: string): Promise<string> {
  await mkdir(target, { recursive: true });
  const archive = join(target, 'sample.tar');
  const tree = `HEAD:${relative(repositoryRoot, sample.folder).replaceAll('\\', '/')}`;
  await run('git', ['archive', '--format=tar', '--output', archive, tree], { cwd: repositoryRoot });
  await run('tar', ['-xf', archive], { cwd: target });
  await rm(archive);
  return target;
}

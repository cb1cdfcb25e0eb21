import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run } from './run-command.ts';

/**
 * Installs a version of Node, which npm's package `node` brings.
 * @param version a range of npm's, such as `24`
 * @returns PATH with that Node first
 */
export async function installNode(version: string, folder: string): Promise<string> {
  const cwd = join(folder, `node ${version}`);
  await mkdir(cwd, { recursive: true });
  await run('npm', ['install', '--prefix', '.', `node@${version}`], { cwd });
  return [join(cwd, 'node_modules/node/bin'), process.env.PATH].join(delimiter);
}

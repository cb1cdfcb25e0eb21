import { join } from 'node:path';

/** The root of the repository. */
export const repositoryRoot = join(import.meta.dirname, '../../..');

/** The built parts that the stack runs. */
export const builtFiles = {
  connector: join(repositoryRoot, 'packages/connector-aliyun-dm'),
  directMail: join(repositoryRoot, 'packages/direct-mail-emulator/lib/cli.js'),
  local: join(repositoryRoot, 'packages/local/lib/index.js'),
};

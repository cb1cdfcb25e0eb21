import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The built parts that the stack runs. */
export const BUILT = {
  connector: join(ROOT, 'packages/connector-aliyun-dm'),
  directMail: join(ROOT, 'packages/direct-mail-emulator/lib/cli.js'),
  logto: join(ROOT, 'packages/logto-emulator/lib/cli.js'),
  angular: join(ROOT, 'apps/angular/dist/angular-sample/browser'),
  nextjs: join(ROOT, 'apps/nextjs/.next'),
};

export const SAMPLES = { angular: join(ROOT, 'apps/angular'), nextjs: join(ROOT, 'apps/nextjs') };

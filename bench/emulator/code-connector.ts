import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** A connector that sends nothing: it prints `CODE address code` on standard output, where the bench reads it. */
const source = `import { ConnectorType } from '@logto/connector-kit';
const metadata = {
  id: 'bench-code',
  target: 'bench-code',
  platform: null,
  name: { en: 'Bench' },
  description: { en: 'Prints codes' },
  logo: './logo.svg',
  logoDark: null,
  readme: './README.md',
  formItems: [],
};
export default async () => ({
  metadata,
  type: ConnectorType.Email,
  configGuard: { parse: (config) => config, safeParse: (data) => ({ success: true, data }) },
  sendMessage: async ({ to, payload }) => {
    process.stdout.write('CODE ' + to + ' ' + payload.code + '\\n');
  },
});
`;

/** Writes the connector to a temporary folder. @returns The folder, for `--connector`. */
export async function writeCodeConnector(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'bench-')), 'connector-bench');
  await mkdir(join(folder, 'lib'), { recursive: true });
  // The emulator's own copy of the kit, so that errors are recognised.
  const kit = dirname(require.resolve('@logto/connector-kit/package.json'));
  const { version } = require('@logto/connector-kit/package.json') as { version: string };
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({
      name: '@bench/connector-bench',
      version: '1.0.0',
      type: 'module',
      dependencies: { '@logto/connector-kit': version },
    }),
  );
  await writeFile(
    join(folder, 'lib/index.js'),
    source.replace("'@logto/connector-kit'", JSON.stringify(join(kit, 'lib/index.js'))),
  );
  await writeFile(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'README.md'), '# Bench\n');
  return folder;
}

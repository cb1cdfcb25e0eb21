import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { root } from '../src/copy-tree.ts';
import { Stranger } from './stranger.ts';

const { packages } = inject('release');
const names = packages.map(({ name }) => name);

let stranger: Stranger;
beforeAll(async () => {
  stranger = await Stranger.come();
  await stranger.install(...names);
});
afterAll(() => stranger.leave());

test('gets what was published just now', () => {
  for (const { name, version } of packages) {
    const manifest = join(stranger.folder, 'node_modules', name, 'package.json');
    expect(JSON.parse(readFileSync(manifest, 'utf8')).version).toBe(version);
  }
});

test('loads the connector', async () => {
  const script = `const { default: create } = await import('@dm-kit/connector-aliyun-dm');
    const { metadata } = await create({ getConfig: () => { throw new Error('none yet'); } });
    console.log(metadata.id);`;
  await stranger.write('connector.mjs', script);
  expect(await stranger.run('node', 'connector.mjs')).toMatchObject({ stdout: 'aliyun-dm-kit\n' });
});

test.each([
  ['bundler', 'esnext'],
  ['node16', 'node16'],
  ['nodenext', 'nodenext'],
])('gets types with moduleResolution %s', async (moduleResolution, module) => {
  await stranger.write(
    'types.ts',
    `import createConnector from '@dm-kit/connector-aliyun-dm';
     import { startDirectMailEmulator } from '@dm-kit/direct-mail-emulator';
     import { startLogtoEmulator } from '@dm-kit/logto-emulator';
     import { startLocal } from '@dm-kit/local';
     const emulator = await startLogtoEmulator({ port: 0 });
     const url: string = emulator.url;
     // @ts-expect-error a port is a number
     await startDirectMailEmulator({ port: 'none' });
     export { createConnector, startLocal, url };`,
  );
  const compilerOptions = {
    ...{ module, moduleResolution, target: 'es2023', strict: true, noEmit: true },
    ...{ lib: ['es2023', 'dom', 'esnext.disposable'], types: [], skipLibCheck: true },
  };
  await stranger.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['types.ts'] }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const checked = await stranger.run(process.execPath, tsc);
  expect(checked).toMatchObject({ code: 0, stdout: '' });
});

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConnectorError } from '@logto/connector-kit';
import { expect, test } from 'vitest';
import { createTestPackages, ownKit } from '../../test/support/connector-packages.ts';
import { foreignKit, shareHostPackages } from './kit-resolution.ts';

const code = `export { ConnectorError } from '@logto/connector-kit';`;

async function importFrom(folder: string) {
  shareHostPackages(folder);
  return (await import(pathToFileURL(path.join(folder, 'lib/index.js')).href)) as {
    ConnectorError: unknown;
  };
}

test('a connector without a kit of its own shares the emulator’s', async () => {
  await using packages = await createTestPackages();
  const folder = await packages.add({ code });
  expect((await importFrom(folder)).ConnectorError).toBe(ConnectorError);
  expect(foreignKit(folder)).toBeUndefined();
});

test('a kit beside the connector is not its own: in Logto it would stay behind', async () => {
  await using packages = await createTestPackages();
  for (const [file, text] of Object.entries(ownKit)) {
    const target = path.join(packages.folder, '..', file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const folder = await packages.add({ code });
  expect((await importFrom(folder)).ConnectorError).toBe(ConnectorError);
  expect(foreignKit(folder)).toBeUndefined();
});

test('a kit in the connector’s folder is its own', async () => {
  await using packages = await createTestPackages();
  const folder = await packages.add({ code, files: ownKit });
  expect((await importFrom(folder)).ConnectorError).not.toBe(ConnectorError);
  expect(foreignKit(folder)).toBe(path.join(folder, 'node_modules/@logto/connector-kit'));
});

test('what neither the connector nor the emulator has, cannot be imported', async () => {
  await using packages = await createTestPackages();
  const folder = await packages.add({ code: `import 'no-such-package';` });
  await expect(importFrom(folder)).rejects.toThrow('no-such-package');
});

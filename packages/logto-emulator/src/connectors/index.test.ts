import { expect, test, vi } from 'vitest';
import { createTestPackages } from '../../test/support/connector-packages.ts';
import { assertConnectorFolders, connectorLoader } from './index.ts';

test('packages are loaded once, at the first call', async () => {
  await using packages = await createTestPackages();
  const log = vi.fn();
  const load = connectorLoader([await packages.add(), await packages.add({ name: 'x' })], log);
  expect(log).not.toHaveBeenCalled();
  const first = await load();
  expect(first).toHaveLength(1);
  expect(await load()).toEqual(first);
  expect(log).toHaveBeenCalledOnce();
});

test('a path that is not a folder is an error before anything is loaded', async () => {
  await using packages = await createTestPackages();
  const folder = await packages.add();
  expect(() => assertConnectorFolders([folder])).not.toThrow();
  expect(() => assertConnectorFolders([folder, `${folder}/package.json`])).toThrow(
    `There is no connector in ${folder}/package.json`,
  );
});

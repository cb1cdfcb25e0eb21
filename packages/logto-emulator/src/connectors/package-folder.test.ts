import { expect, test } from 'vitest';
import { createTestPackages } from '../../test/support/connector-packages.ts';
import { findConnectorPackages } from './package-folder.ts';

async function find(...folders: string[]) {
  const log: string[] = [];
  const found = await findConnectorPackages(folders, (line) => log.push(line));
  return { names: found.map(({ name }) => name), log };
}

test('a package counts by its name', async () => {
  await using packages = await createTestPackages();
  for (const name of ['connector-a', '@scope/connector-b', 'my-connector', '@connector-c/kit']) {
    await packages.add({ name });
  }
  expect(await find(packages.folder)).toEqual({
    names: ['connector-a', '@scope/connector-b'],
    log: [],
  });
});

test('a folder that was given and does not count is reported', async () => {
  await using packages = await createTestPackages();
  const folder = await packages.add({ name: 'mailer' });
  const { names, log } = await find(folder);
  expect(names).toEqual([]);
  expect(log).toEqual([expect.stringContaining('skip mailer: a connector package is named')]);
});

test('a folder without packages is reported', async () => {
  await using packages = await createTestPackages();
  await packages.add({ name: 'mailer' });
  expect((await find(packages.folder)).log).toEqual([
    `[load-connector] no connector package in ${packages.folder}`,
  ]);
});

test('a folder given twice counts once', async () => {
  await using packages = await createTestPackages();
  const folder = await packages.add();
  expect((await find(folder, `${folder}/`, packages.folder)).names).toEqual(['connector-test']);
});

test('a folder that is not there is an error', async () => {
  await expect(find('/nowhere/at/all')).rejects.toThrow('Connector folder not found');
});

import { readFile } from 'node:fs/promises';
import { expect, test } from '../../src/fixtures.ts';

test('both samples have the same stylesheet', async () => {
  const read = (path: string) =>
    readFile(new URL(`../../../apps/${path}`, import.meta.url), 'utf8');
  expect(await read('nextjs/app/globals.css')).toBe(await read('angular/src/styles.css'));
});

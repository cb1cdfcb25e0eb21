import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Journal } from './journal.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
  path = join(folder, 'data.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

test('what was recorded is there after it was saved, in its order', async () => {
  const { journal } = await Journal.open(path);
  journal.record('users', 'a', { name: 'Ada' });
  journal.record('users', 'a', undefined);
  await journal.saved();
  const { entries, journal: again } = await Journal.open(path);
  expect(entries).toEqual([
    ['users', 'a', { name: 'Ada' }],
    ['users', 'a', null],
  ]);
  await Promise.all([journal.close(), again.close()]);
});

test('changes of one moment are saved together, each before its promise resolves', async () => {
  const { journal } = await Journal.open(path);
  const kept = Array.from({ length: 50 }, async (_, index) => {
    journal.record('users', String(index), { index });
    await journal.saved();
    return (await readFile(path, 'utf8')).includes(`{"index":${index}}`);
  });
  expect(await Promise.all(kept)).not.toContain(false);
  await journal.close();
});

test('it is written anew when it is mostly history, for its owner alone', async () => {
  const { journal } = await Journal.open(path);
  journal.snapshot = () => [['users', 'a', { visits: 'all' }]];
  for (let visit = 0; visit < 1500; visit += 1) {
    journal.record('users', 'a', { visit });
  }
  await journal.saved();
  journal.record('users', 'b', {});
  await journal.close();
  const { entries, journal: again } = await Journal.open(path);
  expect(entries).toEqual([
    ['users', 'a', { visits: 'all' }],
    ['users', 'b', {}],
  ]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await again.close();
});

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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

/** A process that may write 2 KiB to a file, which is as a full disk is, and then as much as it likes. */
const limited = `
  import { execFileSync } from 'node:child_process';
  import { Journal } from ${JSON.stringify(join(import.meta.dirname, 'journal.ts'))};
  const { journal } = await Journal.open(process.env.DATA);
  const keep = (key, value) => {
    journal.record('users', key, value);
    return journal.saved().then(() => 'kept', ({ message }) => message);
  };
  const kept = [await keep('a', 1), await keep('b', 'long'.repeat(1000)), await keep('c', 3)];
  execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=unlimited']);
  console.log(JSON.stringify([...kept, await keep('d', 4)]));
`;

test.runIf(process.platform === 'linux')(
  'a full disk damages nothing, and loses nothing',
  async () => {
    const node = [process.execPath, '--input-type=module-typescript', '--eval', limited];
    const shell = ['-c', 'ulimit -S -f 4; exec "$@"', 'sh', ...node];
    const env = { ...process.env, DATA: path };
    const { stdout } = await promisify(execFile)('sh', shell, { env });
    const refused = expect.stringMatching(/^The data file .+ cannot be written: EFBIG/);
    expect(JSON.parse(stdout)).toEqual(['kept', refused, refused, 'kept']);
    const { entries, journal } = await Journal.open(path);
    expect(entries.map(([, key]) => key)).toEqual(['a', 'b', 'c', 'd']);
    await journal.close();
  },
);

test.runIf(process.platform === 'linux')('what was refused is written with the next', async () => {
  const { journal } = await Journal.open(path);
  journal.snapshot = () => [['users', 'a', { visits: 'all' }]];
  for (let visit = 0; visit < 1500; visit += 1) {
    journal.record('users', 'a', { visit });
  }
  await symlink('/dev/full', `${path}.new`);
  await expect(journal.saved()).rejects.toThrow('cannot be written: ENOSPC');
  await journal.close();
  const { entries, journal: again } = await Journal.open(path);
  expect(entries).toEqual([['users', 'a', { visits: 'all' }]]);
  await again.close();
});

test.runIf(process.platform === 'linux')('a folder that cannot be made is an error', async () => {
  await expect(Journal.open('/proc/none/data.jsonl')).rejects.toThrow('cannot be written: ENOENT');
});

import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lendSettings, readSettings, writeSettings } from './settings-file.ts';

let folder: string;
let env: string;
let json: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
  env = join(folder, 'app/.env.local');
  json = join(folder, 'app/logto.json');
});
afterEach(() => rm(folder, { recursive: true }));

async function put(file: string, content: string) {
  await mkdir(join(folder, 'app'), { recursive: true });
  await writeFile(file, content);
}

const values = { ID: 'one', SECRET: 'two' };

describe('writeSettings', () => {
  it.each([() => env, () => json])(
    'writes a file for its owner alone, and makes its folder',
    async (of) => {
      expect((await writeSettings(of(), values)).action).toBe('create');
      expect((await readSettings(of())).values).toMatchObject(values);
      expect((await stat(of())).mode & 0o077).toBe(0);
      expect((await writeSettings(of(), values)).action).toBe('none');
    },
  );

  it('changes its own file without a copy, and keeps what else somebody put into the environment', async () => {
    await writeSettings(env, values);
    await writeFile(env, `${await readFile(env, 'utf8')}AUTH_TRUST_HOST=true\n`);
    expect((await writeSettings(env, { ...values, ID: 'three' })).action).toBe('update');
    expect((await readSettings(env)).values).toEqual({
      ID: 'three',
      SECRET: 'two',
      AUTH_TRUST_HOST: 'true',
    });
    expect(await readdir(join(folder, 'app'))).toEqual(['.env.local']);
  });

  it('copies beside it what somebody else wrote, every time', async () => {
    await put(json, '{"endpoint":"mine"}');
    const change = await writeSettings(json, values);
    expect(change).toMatchObject({
      action: 'update',
      detail: expect.stringContaining('logto.json.own'),
    });
    await writeFile(json, '{"endpoint":"mine again"}');
    await writeSettings(json, values);
    expect(await readFile(`${json}.own`, 'utf8')).toBe('{"endpoint":"mine"}');
    expect(await readFile(`${json}.own2`, 'utf8')).toBe('{"endpoint":"mine again"}');
  });

  it('says in one line that it cannot write', async () => {
    await writeFile(join(folder, 'file'), '');
    const below = join(folder, 'file/logto.json');
    await expect(writeSettings(below, values)).rejects.toThrow(
      `${below} cannot be written: a part of its path is a file.`,
    );
  });

  it('says in one line that a folder is read-only', async () => {
    await put(env, '');
    await chmod(folder, 0o755);
    await chmod(join(folder, 'app'), 0o555);
    // Nothing is read-only for root.
    const user = process.geteuid?.();
    if (user === 0) {
      process.seteuid?.('nobody');
    }
    try {
      await expect(writeSettings(json, values)).rejects.toThrow(/cannot be written: you may not/);
    } finally {
      if (user === 0) {
        process.seteuid?.(0);
      }
    }
    await chmod(join(folder, 'app'), 0o700);
  });
});

describe('lendSettings', () => {
  it("puts somebody's own file back", async () => {
    await put(json, '{"endpoint":"mine"}');
    const lent = await lendSettings(json, values);
    expect((await readSettings(json)).values).toMatchObject(values);
    expect(lent.change.detail).toBe('yours is logto.json.before-demo until the end');
    await lent.restore();
    expect(await readFile(json, 'utf8')).toBe('{"endpoint":"mine"}');
    expect(await readdir(join(folder, 'app'))).toEqual(['logto.json']);
  });

  it('puts it back after a run that was killed, too', async () => {
    await put(json, '{"endpoint":"mine"}');
    await lendSettings(json, values);
    const next = await lendSettings(json, values);
    await next.restore();
    expect(await readFile(json, 'utf8')).toBe('{"endpoint":"mine"}');
  });

  it('leaves a file that it made', async () => {
    const lent = await lendSettings(json, values);
    await lent.restore();
    expect((await readSettings(json)).values).toMatchObject(values);
  });
});

describe.runIf(process.platform === 'linux')('where nothing can be written', () => {
  const full = /app\/.+ cannot be written: the disk is full\.$/;

  /** What is written beside the file goes to a full disk. */
  function fill(file: string): Promise<void> {
    return symlink('/dev/full', `${file}.new`);
  }

  it('a full disk is told in one line, and what was there stays', async () => {
    await writeSettings(env, values);
    const before = await readFile(env, 'utf8');
    await fill(env);
    await expect(writeSettings(env, { ID: 'three' })).rejects.toThrow(full);
    expect(await readFile(env, 'utf8')).toBe(before);
  });

  it("somebody's own file comes back at once", async () => {
    await put(json, '{"endpoint":"mine"}');
    await fill(json);
    await expect(lendSettings(json, values)).rejects.toThrow(full);
    expect(await readFile(json, 'utf8')).toBe('{"endpoint":"mine"}');
    expect(await readdir(join(folder, 'app'))).toEqual(['logto.json']);
  });

  it('a folder that cannot be made is an error', async () => {
    await expect(writeSettings('/proc/none/.env', values)).rejects.toThrow(
      'The folder /proc/none cannot be made.',
    );
  });
});

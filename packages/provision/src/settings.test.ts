import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SampleSettings, writeSettings } from './settings.ts';

const settings: SampleSettings = {
  angular: { endpoint: 'http://localhost:3001', appId: 'spa' },
  nextjs: {
    AUTH_LOGTO_ISSUER: 'http://localhost:3001/oidc',
    AUTH_LOGTO_ID: 'web',
    AUTH_LOGTO_SECRET: 'secret',
    AUTH_URL: 'http://localhost:3000',
  },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'provision-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writeSettings', () => {
  it('writes a file a sample, for its owner alone', async () => {
    const changes = await writeSettings(settings, folder);
    expect(changes.map(({ action }) => action)).toEqual(['create', 'create']);
    const angular = await readFile(join(folder, 'angular/public/logto.json'), 'utf8');
    expect(JSON.parse(angular)).toEqual(settings.angular);
    const file = join(folder, 'nextjs/.env.local');
    expect(parseEnv(await readFile(file, 'utf8'))).toEqual({
      ...settings.nextjs,
      AUTH_SECRET: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('changes nothing the second time, and never the secret of the sessions', async () => {
    await writeSettings(settings, folder);
    const file = join(folder, 'nextjs/.env.local');
    const before = parseEnv(await readFile(file, 'utf8'));
    const again = await writeSettings(settings, folder);
    expect(again.map(({ action }) => action)).toEqual(['none', 'none']);
    const nextjs = { ...settings.nextjs, AUTH_LOGTO_ID: 'other' };
    await writeSettings({ ...settings, nextjs }, folder);
    const after = parseEnv(await readFile(file, 'utf8'));
    expect(after).toEqual({ ...before, AUTH_LOGTO_ID: 'other' });
  });

  it('keeps what else somebody put into the environment', async () => {
    await writeSettings(settings, folder);
    const file = join(folder, 'nextjs/.env.local');
    await writeFile(file, `${await readFile(file, 'utf8')}AUTH_TRUST_HOST=true\n`);
    await writeSettings(settings, folder);
    expect(parseEnv(await readFile(file, 'utf8'))).toMatchObject({ AUTH_TRUST_HOST: 'true' });
  });
});

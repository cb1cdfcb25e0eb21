import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLogtoEmulator } from '../src/index.ts';
import { requestToken, signInByCode } from './support/sign-in.ts';
import { openTenant } from './support/tenant.ts';

let folder: string;
let data: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logto-emulator-'));
  data = join(folder, 'data.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

function refresh(tenant: Parameters<typeof requestToken>[0], spa: string, token: string) {
  return requestToken(tenant, {
    grant_type: 'refresh_token',
    client_id: spa,
    refresh_token: token,
  });
}

describe('the data file', () => {
  test('keeps users, applications and tokens over a restart', async () => {
    let spa = '';
    let token = '';
    let port = 0;
    {
      await using tenant = await openTenant({ data });
      const tokens = await signInByCode(tenant, 'ada@example.com', { event: 'Register' });
      token = tokens.refresh_token;
      spa = tenant.spa;
      port = Number(new URL(tenant.logto.url).port);
    }
    await using again = await startLogtoEmulator({ port, data });
    const response = await refresh({ logto: again }, spa, token);
    expect(response.status).toBe(200);
  });

  test('has what was answered, also without an orderly end', async () => {
    await using tenant = await openTenant({ data });
    const { refresh_token: token } = await signInByCode(tenant, 'ada@example.com', {
      event: 'Register',
    });
    // What is on the disk at this moment is what a kill would leave.
    const copy = join(folder, 'copy.jsonl');
    await writeFile(copy, await readFile(data));
    await using other = await startLogtoEmulator({ port: 0, data: copy });
    const response = await refresh({ logto: other }, tenant.spa, token);
    expect(response.status).toBe(200);
  });

  test('is read up to a line that was cut short', async () => {
    await using first = await startLogtoEmulator({ port: 0, data, seed: 'one' });
    await first.close();
    await appendFile(data, '["users","x",{"id":"x"');
    await using second = await startLogtoEmulator({ port: 0, data });
    expect(second.m2m.appSecret).toBe(first.m2m.appSecret);
    expect((await readFile(data, 'utf8')).endsWith('\n')).toBe(true);
  });

  test.each([
    ['of something else', '{"not":"ours"}\n', 'is not a data file'],
    ['that is damaged', '{"logtoEmulator":1}\n["users","x",{\n["a"]\n', 'is damaged'],
  ])('a file %s is refused', async (_what, text, message) => {
    await writeFile(data, text);
    await expect(startLogtoEmulator({ port: 0, data })).rejects.toThrow(message);
  });

  test('its folder is made; where that cannot be, one line says so', async () => {
    const deep = join(folder, 'a', 'b', 'data.jsonl');
    await using emulator = await startLogtoEmulator({ port: 0, data: deep });
    await emulator.close();
    expect(await readFile(deep, 'utf8')).toContain('logtoEmulator');
    const below = startLogtoEmulator({ port: 0, data: join(deep, 'data.jsonl') });
    await expect(below).rejects.toThrow(/^The data file .+ cannot be written: .+$/);
  });

  test('another seed is refused', async () => {
    await using first = await startLogtoEmulator({ port: 0, data, seed: 'one' });
    await first.close();
    await expect(startLogtoEmulator({ port: 0, data, seed: 'two' })).rejects.toThrow(
      'another seed',
    );
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { occupyPort } from '@dm-kit/processes/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStaticFiles } from './static-files.ts';

let dist = '';
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'angular-'));
  await writeFile(join(dist, 'index.html'), '<title>The page</title>');
  await writeFile(join(dist, 'main-ABC.js'), 'export {};');
  await writeFile(join(dist, 'logto.json'), '{"endpoint":"of the build"}');
});
afterAll(() => rm(dist, { recursive: true }));

const name = 'Angular sample';
const settingsPath = '/logto.json';
function start({
  port = 0,
  files = dist,
  settings = undefined as Record<string, string> | undefined,
}) {
  return startStaticFiles({ name, settingsPath, port, files, settings });
}

const settings = { endpoint: 'http://localhost:1', appId: 'one' };

test('serves files, and the page for every route of the application', async () => {
  await using angular = disposable(await start({ settings }));
  expect(await text(`${angular.url}/main-ABC.js`)).toBe('export {};');
  for (const route of ['/', '/profile', '/callback?code=1&state=2']) {
    expect(await text(angular.url + route)).toContain('The page');
  }
});

test('answers the settings that it was given, not those of the build', async () => {
  const part = await start({ settings });
  await using angular = disposable(part);
  const response = await fetch(`${angular.url}/logto.json`);
  expect(await response.json()).toEqual(settings);
  // The next Logto may have the same address.
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('has no settings unless it was given some', async () => {
  await using angular = disposable(await start({}));
  expect((await fetch(`${angular.url}/logto.json`)).status).toBe(404);
});

test('says that the build is missing, and how to make it', async () => {
  await expect(start({ files: join(dist, 'none') })).rejects.toThrow(
    'The Angular sample is not built: run `pnpm build` first',
  );
});

test('says that its port is in use', async () => {
  await using other = await occupyPort();
  await expect(start({ port: other.port })).rejects.toThrow(
    /^Port \d+ is in use.*, and the Angular sample needs it/,
  );
});

async function text(url: string) {
  return (await fetch(url)).text();
}

function disposable<T extends { stop(): Promise<void> }>(part: T): T & AsyncDisposable {
  return { ...part, [Symbol.asyncDispose]: () => part.stop() };
}

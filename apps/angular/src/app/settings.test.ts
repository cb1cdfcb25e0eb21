import { afterEach, expect, test, vi } from 'vitest';
import { loadSettings } from './settings';

function answer(body: string, status = 200) {
  const fetch = vi.fn(async () => new Response(body, { status }));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

test('reads the endpoint and the App ID', async () => {
  const fetch = answer('{"endpoint":"http://localhost:3001","appId":"abc"}');
  expect(await loadSettings()).toEqual({ endpoint: 'http://localhost:3001', appId: 'abc' });
  // Those of before would outlive a change of Logto.
  expect(fetch).toHaveBeenCalledWith('/logto.json', { cache: 'no-store' });
});

test.each([
  ['no such file', '{"endpoint":"http://localhost:3001","appId":"abc"}', 404],
  ['the page of the application in its place', '<!doctype html>', 200],
  ['no App ID', '{"endpoint":"http://localhost:3001"}', 200],
  ['null', 'null', 200],
])('says that settings are missing: %s', async (_what, body, status) => {
  answer(body, status);
  await expect(loadSettings()).rejects.toThrow('Settings are missing');
});

test.each(['localhost:3001', 'logto.example.com', 'http://', 'ftp://logto'])(
  'says that the endpoint is no address: %s',
  async (endpoint) => {
    answer(JSON.stringify({ endpoint, appId: 'abc' }));
    await expect(loadSettings()).rejects.toThrow(`"${endpoint}", is no address`);
  },
);

import { afterEach, expect, test, vi } from 'vitest';
import { loadSettings } from './settings';

function answer(body: string, status = 200) {
  return vi.stubGlobal('fetch', async () => new Response(body, { status }));
}

afterEach(() => vi.unstubAllGlobals());

test('reads the endpoint and the App ID, and nothing else', async () => {
  answer('{"endpoint":"http://localhost:3001","appId":"abc","more":1}');
  expect(await loadSettings()).toEqual({ endpoint: 'http://localhost:3001', appId: 'abc' });
});

test.each([
  ['no such file', '{"endpoint":"http://localhost:3001","appId":"abc"}', 404],
  ['the page of the application in its place', '<!doctype html>', 200],
  ['no App ID', '{"endpoint":"http://localhost:3001"}', 200],
  ['an endpoint that is no address', '{"endpoint":"localhost","appId":"abc"}', 200],
  ['null', 'null', 200],
])('finds the settings missing: %s', async (_what, body, status) => {
  answer(body, status);
  expect(await loadSettings()).toBeUndefined();
});

import { expect, test } from 'vitest';
import { startLogtoEmulator } from '../emulator.ts';

test.each([
  ['/.well-known/openid-configuration', 'deflate, gzip', 'gzip'],
  ['/.well-known/openid-configuration', 'gzip;q=0, identity', null],
  ['/.well-known/openid-configuration', 'identity', null],
  // Less than a kilobyte.
  ['/jwks', 'gzip', null],
])('%s for who takes %s: %s', async (path, encodings, expected) => {
  await using logto = await startLogtoEmulator({ port: 0 });
  const headers = { 'accept-encoding': encodings };
  const response = await fetch(`${logto.issuer}${path}`, { headers });
  expect(response.headers.get('content-encoding')).toBe(expected);
  expect(response.headers.get('vary')).toContain('Accept-Encoding');
  expect(response.headers.get('content-type')).toMatch(/json; charset=utf-8$/);
  // Inflated on the way in.
  expect(Object.keys((await response.json()) as object)).not.toEqual([]);
});

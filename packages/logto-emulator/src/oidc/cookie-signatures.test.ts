import { expect, test } from 'vitest';
import { CookieSignatures } from './cookie-signatures.ts';

const signatures = new CookieSignatures('a key');
const cookie = '_interaction=abc';

test('a cookie is signed as Keygrip signs it, and its signature is recognised', () => {
  const signature = signatures.sign(cookie);
  expect(signature).toMatch(/^[\w-]{27}$/);
  expect(signatures.verify(cookie, signature)).toBe(true);
  expect(signatures.index(cookie, signature)).toBe(0);
});

test.each([
  ['another value', '_interaction=abd', signatures.sign(cookie)],
  ['another key', cookie, new CookieSignatures('another').sign(cookie)],
  ['half a signature', cookie, signatures.sign(cookie).slice(0, 9)],
  ['none', cookie, ''],
])('%s is not', (_what, data, signature) => {
  expect(signatures.verify(data, signature)).toBe(false);
  expect(signatures.index(data, signature)).toBe(-1);
});

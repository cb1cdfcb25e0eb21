import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formEncode, percentEncode } from './percent-encode.ts';

test.each([
  ['AZaz09-_.~', 'AZaz09-_.~'],
  [' ', '%20'],
  ["!'()*", '%21%27%28%29%2A'],
  ['+&=%/', '%2B%26%3D%25%2F'],
  ['é中😀', '%C3%A9%E4%B8%AD%F0%9F%98%80'],
  ['\ud800', '%EF%BF%BD'],
])('%s', (text, encoded) => {
  expect(percentEncode(text)).toBe(encoded);
});

test('only unreserved characters remain, and decoding gives the text back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const encoded = percentEncode(text);
      expect(encoded).toMatch(/^(?:[\w.~-]|%[\dA-F]{2})*$/);
      expect(decodeURIComponent(encoded)).toBe(text.toWellFormed());
    }),
  );
});

test('a form leaves out what is undefined and keeps what is empty', () => {
  expect(formEncode({ A: 'x y', B: undefined, C: '', D: '&' })).toBe('A=x%20y&C=&D=%26');
});

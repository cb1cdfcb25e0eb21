import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, withoutControls } from './display-text.ts';

test('control characters and line separators are removed', () => {
  expect(withoutControls('a\r\nBcc: b\tc\0\x7f\x85\u2028d\u2029')).toBe('aBcc: bcd');
});

test('so is what changes the direction of the text', () => {
  expect(withoutControls('\u202ea\u202c\u2066b\u2069\u200e\u200f\u061cc')).toBe('abc');
  // What joins letters and emoji stays.
  expect(withoutControls('a\u200cb\u200dc')).toBe('a\u200cb\u200dc');
});

test('a lone surrogate becomes the replacement character', () => {
  expect(withoutControls('a\ud800b')).toBe('a\ufffdb');
});

test.each([
  ['Books', 'Books'],
  ['Exactly 14 chr', 'Exactly 14 chr'],
  ['Fifteen letters', 'Fifteen letter'],
  ['Ends in space  here', 'Ends in space'],
  ['一二三四五六七八九十一二三四五', '一二三四五六七八九十一二三四'],
  // Seven UTF-16 units belong together: a person with a laptop and a skin tone.
  ['Write 👩🏽‍💻👩🏽‍💻', 'Write 👩🏽‍💻'],
  ['e\u0301'.repeat(8), 'e\u0301'.repeat(7)],
])('%s is cut to %s', (text, short) => {
  expect(cut(text, 14)).toBe(short);
});

test('what is cut is a whole beginning within the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(20), (text, limit) => {
      const short = cut(text, limit);
      expect(short.length).toBeLessThanOrEqual(limit);
      expect(text.startsWith(short)).toBe(true);
      expect(short.isWellFormed()).toBe(true);
    }),
  );
});

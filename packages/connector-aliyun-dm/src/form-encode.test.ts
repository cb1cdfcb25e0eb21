import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formEncode } from './form-encode.ts';

test('leaves out what is undefined and keeps what is empty', () => {
  expect(formEncode({ A: 'x y', B: undefined, C: '', D: '&=+%' })).toBe(
    'A=x%20y&C=&D=%26%3D%2B%25',
  );
});

test('a lone surrogate becomes the replacement character', () => {
  expect(formEncode({ A: '\ud800' })).toBe('A=%EF%BF%BD');
});

test('is ASCII, and a form parser gives back what went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (A, B) => {
      const form = formEncode({ A, B });
      expect(form).toMatch(/^[!-~]*$/);
      expect([...new URLSearchParams(form)]).toEqual([
        ['A', A.toWellFormed()],
        ['B', B.toWellFormed()],
      ]);
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { digitsOf, emptyCode, enterDigits, eraseDigit, isComplete } from './code-digits.ts';

function digits(text: string) {
  return [...text].map((digit) => (digit === '_' ? '' : digit));
}

describe('entering digits', () => {
  test('a digit goes into its input, and the focus to the next', () => {
    expect(enterDigits(emptyCode(), '4', 0)).toEqual({ digits: digits('4_____'), focus: 1 });
    expect(enterDigits(digits('4_____'), '2', 1)).toEqual({ digits: digits('42____'), focus: 2 });
  });

  test('a whole code fills all inputs, and the focus stays on the last', () => {
    const state = enterDigits(emptyCode(), '369417', 0);
    expect(state).toEqual({ digits: digits('369417'), focus: 5 });
    expect(isComplete(state?.digits ?? [])).toBe(true);
  });

  test('what does not fit is left out, what stood before stays', () => {
    expect(enterDigits(digits('12____'), '34567890', 2)?.digits).toEqual(digits('123456'));
    expect(enterDigits(digits('123456'), '99', 1)).toEqual({ digits: digits('199456'), focus: 3 });
  });

  test('what is no number is refused', () => {
    for (const text of ['', 'a', '-1', '1e5', '1.2']) {
      expect(enterDigits(emptyCode(), text, 0)).toBeUndefined();
    }
  });

  test('the digits are taken out of what was copied around them', () => {
    expect(digitsOf('Your code: 369 417.')).toBe('369417');
    expect(digitsOf('no code')).toBe('');
  });
});

describe('backspace', () => {
  test('empties the input it is pressed in', () => {
    expect(eraseDigit(digits('123___'), 2)).toEqual({ digits: digits('12____'), focus: 2 });
  });

  test('in an empty input empties the one before and goes there', () => {
    expect(eraseDigit(digits('12____'), 2)).toEqual({ digits: digits('1_____'), focus: 1 });
  });

  test('in the first input stays there', () => {
    expect(eraseDigit(emptyCode(), 0)).toEqual({ digits: emptyCode(), focus: 0 });
  });
});

test('a code with a gap is not complete', () => {
  expect(isComplete(digits('12_456'))).toBe(false);
});

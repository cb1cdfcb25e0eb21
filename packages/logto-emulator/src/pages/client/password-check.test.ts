import { describe, expect, test } from 'vitest';
import { checkPassword, describeIssues, describeLimits } from './password-check.ts';
import { createTranslate } from './phrases/language.ts';

const limits = { min: 8, max: 256, characterTypes: 1 };
const t = createTranslate('en');
function codes(password: string, more = {}) {
  return checkPassword(password, { ...limits, ...more }).map(({ code }) => code);
}

describe('checking before the server is asked', () => {
  test('a good password has no issue', () => {
    expect(checkPassword('Aa1!correct-horse', limits)).toEqual([]);
  });

  test('length', () => {
    expect(checkPassword('short', limits)).toEqual([
      { code: 'password_rejected.too_short', interpolation: { min: 8 } },
    ]);
    expect(checkPassword('x'.repeat(257), limits)).toEqual([
      { code: 'password_rejected.too_long', interpolation: { max: 256 } },
    ]);
  });

  test('kinds of characters', () => {
    expect(codes('abcdefgh', { characterTypes: 2 })).toEqual(['password_rejected.character_types']);
    expect(codes('abcdefG1', { characterTypes: 3 })).toEqual([]);
    expect(codes('abc dG1~', { characterTypes: 4 })).toEqual([]);
  });

  test('characters that Logto does not take', () => {
    expect(codes('pässword1')).toEqual(['password_rejected.unsupported_characters']);
    expect(codes('密码密码密码密码')).toEqual(['password_rejected.unsupported_characters']);
  });
});

describe('what is said about issues', () => {
  test('length and characters stand alone, the gravest first', () => {
    const issues = checkPassword('ä', limits);
    expect(issues).toHaveLength(2);
    expect(describeIssues(issues, t)).toBe('Unsupported character found.');
    expect(describeIssues(checkPassword('x', limits), t)).toBe('Minimum length is 8.');
  });

  test('what is too easy is listed together', () => {
    const issues = [
      { code: 'password_rejected.restricted.repetition' },
      { code: 'password_rejected.restricted.sequence' },
    ];
    expect(describeIssues(issues, t)).toBe(
      'Avoid overusing repeated characters and sequential characters.',
    );
    expect(describeIssues(issues, createTranslate('zh-CN'))).toBe(
      '避免过度使用重复字符和连续字符。',
    );
  });

  test('nothing is said about no issue, nor about one that is not known', () => {
    expect(describeIssues([], t)).toBeUndefined();
    expect(describeIssues([{ code: 'password_rejected.other' }], t)).toBeUndefined();
  });
});

describe('what is asked of a password', () => {
  test.each([
    [{}, 'Password requires a minimum of 8 characters.'],
    [
      { characterTypes: 3 },
      'Password requires a minimum of 8 characters and should contain at least 3 types of uppercase letters, lowercase letters, digits, and symbols.',
    ],
    [
      { min: 2, characterTypes: 2 },
      'Password should contain at least 2 types of uppercase letters, lowercase letters, digits, and symbols.',
    ],
    [{ min: 1 }, undefined],
  ])('%j', (more, sentence) => {
    expect(describeLimits({ ...limits, ...more }, t)).toBe(sentence);
  });
});

import { expect, test } from 'vitest';
import { createTranslate } from './phrases/language.ts';
import { usernameProblem } from './username-check.ts';

const t = createTranslate('en');

test.each([
  ['ada', {}, undefined],
  ['_Ada_1', {}, undefined],
  ['1 x', {}, 'Username should not start with a number'],
  ['a-b', {}, 'Username should only contain letters, numbers, or underscores.'],
  ['ädä', {}, 'Username should only contain letters, numbers, or underscores.'],
  ['ad', { minLength: 3 }, 'Username must be at least 3 characters long.'],
  ['ada', { minLength: 3, maxLength: 3 }, undefined],
  ['adas', { maxLength: 3 }, 'Username must be at most 3 characters long.'],
  [
    'Ada',
    { allowedChars: { uppercase: false } },
    'Uppercase letters are not allowed in usernames.',
  ],
  [
    'Ada',
    { allowedChars: { lowercase: false } },
    'Lowercase letters are not allowed in usernames.',
  ],
  ['ada1', { allowedChars: { numbers: false } }, 'Numbers are not allowed in usernames.'],
  ['a_da', { allowedChars: { underscore: false } }, 'Underscores are not allowed in usernames.'],
])('%s under %j: %s', (name, policy, problem) => {
  expect(usernameProblem(name, policy, t)).toBe(problem);
});

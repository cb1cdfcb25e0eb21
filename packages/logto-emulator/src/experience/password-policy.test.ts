import { expect, test } from 'vitest';
import { checkPassword } from './password-policy.ts';

const owner = { email: 'ada@example.com', username: 'lovelace', name: 'Ada King' };
function codes(password: string, policy = {}) {
  return checkPassword(policy, password, owner).map(({ code }) =>
    code.replace('password_rejected.', ''),
  );
}

/** What a real Logto answered, with its own policy. */
test.each([
  ['Correct-horse-1', []],
  ['P@ssw0rd', []],
  ['123', ['too_short', 'restricted.sequence']],
  ['Aa1', ['too_short']],
  ['aaaaaaaa', ['restricted.repetition']],
  ['11111111a', ['restricted.repetition']],
  ['abcdefgh1', ['restricted.sequence']],
  ['x'.repeat(300), ['too_long', 'restricted.repetition']],
  ['密码密码密码密码', ['unsupported_characters']],
  ['lovelace', ['restricted.user_info']],
  ['lovelace-and-more', []],
])('%s', (password, expected) => {
  expect(codes(password)).toEqual(expected);
});

test('the policy says how long, how mixed, and which words', () => {
  expect(codes('abcxyz', { length: { min: 6 } })).toEqual(['restricted.sequence']);
  expect(codes('onlylowercase', { characterTypes: { min: 2 } })).toEqual(['character_types']);
  expect(codes('bookstore1', { rejects: { words: ['bookstore'] } })).toEqual(['restricted.words']);
  expect(codes('aaaaaaaa', { rejects: { repetitionAndSequence: false } })).toEqual([]);
  expect(codes('lovelace', { rejects: { userInfo: false } })).toEqual([]);
});

test('a rejection says the limit', () => {
  expect(checkPassword({}, 'Zx1', {})).toEqual([
    { code: 'password_rejected.too_short', interpolation: { min: 8 } },
  ]);
});

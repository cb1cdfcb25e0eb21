import { expect, test } from 'vitest';
import { checkPassword } from './password-policy.ts';

const owner = {
  primaryEmail: 'ada@example.com',
  username: 'lovelace',
  name: 'Ada King',
  primaryPhone: '4917382605194',
};
async function codes(password: string, policy = {}) {
  const issues = await checkPassword(policy, password, owner);
  return issues.map(({ code }) => code.replace('password_rejected.', ''));
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
  ['Ada King', ['restricted.user_info']],
  ['4917382605194', ['restricted.user_info']],
])('%s', async (password, expected) => {
  expect(await codes(password)).toEqual(expected);
});

test('the policy says how long, how mixed, and which words', async () => {
  expect(await codes('abcxyz', { length: { min: 6 } })).toEqual(['restricted.sequence']);
  expect(await codes('onlylowercase', { characterTypes: { min: 2 } })).toEqual(['character_types']);
  expect(await codes('bookstore1', { rejects: { words: ['bookstore'] } })).toEqual([
    'restricted.words',
  ]);
  expect(await codes('aaaaaaaa', { rejects: { repetitionAndSequence: false } })).toEqual([]);
  expect(await codes('lovelace', { rejects: { userInfo: false } })).toEqual([]);
});

test('a rejection says the limit', async () => {
  expect(await checkPassword({}, 'Zx1', {})).toEqual([
    { code: 'password_rejected.too_short', interpolation: { min: 8 } },
  ]);
});

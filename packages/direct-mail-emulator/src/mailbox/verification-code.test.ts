import { expect, it } from 'vitest';
import { verificationCode } from './verification-code.ts';

it.each([
  ['Your code is 123456.', '123456'],
  ['验证码123456，10分钟内有效', '123456'],
  ['Order 20260102: your code is 654321', '654321'],
  ['Code: 1234', '1234'],
  ['2468 and 1357', '2468'],
  ['12345678', '12345678'],
  ['G-123456 is your code', '123456'],
  ['(123456)', '123456'],
  ['123', null],
  ['123456789', null],
  ['abc123456', null],
  ['#123456', null],
  ['1,234,567.89', null],
  ['2026-01-02 13:04:05', null],
  ['', null],
])('%j: %s', (text, code) => {
  expect(verificationCode(text)).toBe(code);
});

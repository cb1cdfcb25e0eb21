import { describe, expect, test } from 'vitest';
import { isAddress, parseReplyTo, parseSender } from './mailbox.ts';

describe('a sender', () => {
  test.each([
    ['Books <hello@example.com>', { name: 'Books', address: 'hello@example.com' }],
    ['"Books, Ltd" <hello@example.com>', { name: 'Books, Ltd', address: 'hello@example.com' }],
    ['<hello@example.com>', { name: '', address: 'hello@example.com' }],
    ['  hello@example.com ', { address: 'hello@example.com' }],
    ['{{ mailbox }}@example.com', { address: '{{ mailbox }}@example.com' }],
    ['Books', { name: 'Books' }],
    ['{{ application.name }}', { name: '{{ application.name }}' }],
    ['Mail us @ work', { name: 'Mail us @ work' }],
    ['A < B', { name: 'A < B' }],
    ['', { name: '' }],
  ])('%s', (text, mailbox) => {
    expect(parseSender(text)).toEqual(mailbox);
  });
});

describe('a reply address', () => {
  test.each([
    ['Support <support@example.com>', { name: 'Support', address: 'support@example.com' }],
    ['support@example.com', { address: 'support@example.com' }],
    ['{{inviter.primaryEmail}}', { address: '{{inviter.primaryEmail}}' }],
  ])('%s', (text, mailbox) => {
    expect(parseReplyTo(text)).toEqual(mailbox);
  });
});

describe('an address', () => {
  test.each(['ada@example.com', 'a+b@x.co', '用户@例子.中国'])('%s is one', (text) => {
    expect(isAddress(text)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['no at sign', 'ada.example.com'],
    ['no domain', 'ada@'],
    ['two addresses', 'ada@example.com,eve@example.com'],
    ['two addresses with a semicolon', 'ada@example.com;eve@example.com'],
    ['a line end', 'ada@example.com\r\nBcc:eve@example.com'],
    ['angle brackets', '<ada@example.com>'],
    ['a local part over 64', `${'a'.repeat(65)}@example.com`],
    ['over 254', `ada@${'a'.repeat(251)}`],
  ])('%s is none', (_, text) => {
    expect(isAddress(text)).toBe(false);
  });
});

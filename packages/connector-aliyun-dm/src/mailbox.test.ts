import { parseSendFrom } from '@logto/connector-kit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAddress, parseReplyTo, parseSender, toAddress } from './mailbox.ts';

describe('a sender', () => {
  test.each([
    ['Books <hello@example.com>', { name: 'Books', address: 'hello@example.com' }],
    ['"Books, Ltd" <hello@example.com>', { name: 'Books, Ltd', address: 'hello@example.com' }],
    ['<hello@example.com>', { name: '', address: 'hello@example.com' }],
    ['  hello@example.com ', { address: 'hello@example.com' }],
    ['{{ mailbox }}@example.com', { address: '{{mailbox}}@example.com' }],
    ['Books', { name: 'Books' }],
    ['{{ application.name }}', { name: '{{application.name}}' }],
    ['Mail us @ work', { name: 'Mail us @ work' }],
    ['A < B', { name: 'A < B' }],
    ['"Books"', { name: 'Books' }],
    ['" Books "', { name: 'Books' }],
    ['My "Books"', { name: 'My "Books"' }],
    ['"Books" Ltd', { name: '"Books" Ltd' }],
    ['{{mailbox }}@example.com', { address: '{{mailbox}}@example.com' }],
    ['{{ mailbox}}@example.com', { address: '{{mailbox}}@example.com' }],
    ['>', { name: '>' }],
    ['A <>', { name: 'A <>' }],
    ['My <App> <hello@example.com>', { name: 'My <App>', address: 'hello@example.com' }],
    ['Brand <bad<addr@example.com>', { name: 'Brand', address: 'bad<addr@example.com' }],
    ['Bo\u0000ok <hello@\nexample.com>', { name: 'Book', address: 'hello@example.com' }],
    ['', { name: '' }],
  ])('%s', (text, mailbox) => {
    expect(parseSender(text)).toEqual(mailbox);
  });
});

test('a sender is read as the kit reads it, but for quotes', () => {
  const part = fc.constantFrom('<', '>', ' ', '@', 'a', 'b@c', 'App', '\u0007');
  const text = fc.array(part, { maxLength: 9 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (value) => {
      const theirs = parseSendFrom(value, 'own@example.com', '');
      const { name = '', address } = parseSender(value);
      const ours = {
        email: (address ?? 'own@example.com').replace(/[<>]/g, '').trim(),
        name: name.replace(/[<>]/g, '').trim() || undefined,
      };
      expect(ours).toEqual({ ...theirs, name: theirs.name || undefined });
    }),
    { numRuns: 2000 },
  );
});

describe('a reply address', () => {
  test.each([
    ['Support <support@example.com>', 'Support', 'support@example.com'],
    ['support@example.com', '', 'support@example.com'],
    ['{{inviter.primaryEmail}}', '', '{{inviter.primaryEmail}}'],
    ['Reply to support@example.com', 'Reply to', 'support@example.com'],
    ['Reply  to   support@example.com', 'Reply to', 'support@example.com'],
    ['support@example.com (Support)', '(Support)', 'support@example.com'],
    ['Reply to {{ user.primaryEmail }}', 'Reply to', '{{user.primaryEmail}}'],
    ['Support', '', 'Support'],
    ['', '', ''],
  ])('%s', (text, name, address) => {
    expect(parseReplyTo(text)).toEqual({ name, address });
  });
});

describe('an address', () => {
  const long = `${'a'.repeat(63)}.`.repeat(4);

  test.each([
    ['ada@example.com', 'ada@example.com'],
    ['Ada.L+b_c-d@X.co', 'Ada.L+b_c-d@X.co'],
    ["o'neil!#$%&*/=?^`{|}~@example.com", "o'neil!#$%&*/=?^`{|}~@example.com"],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    [`a@${long.slice(0, 252)}`, `a@${long.slice(0, 252)}`],
    // An international domain goes out in its ASCII form, a name before it as it is.
    ['用户@例子.中国', '用户@xn--fsqu00a.xn--fiqs8s'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
  ])('%s is one', (text, address) => {
    expect(toAddress(text)).toBe(address);
  });

  test.each([
    ['nothing', ''],
    ['no at sign', 'ada.example.com'],
    ['no name', '@example.com'],
    ['no domain', 'ada@'],
    ['two at signs', 'ada@b@example.com'],
    ['two addresses', 'ada@example.com,eve@example.com'],
    ['two addresses with a semicolon', 'ada@example.com;eve@example.com'],
    ['two addresses with a space', 'ada@example.com eve@example.com'],
    ['a line end', 'ada@example.com\r\nBcc:eve@example.com'],
    ['angle brackets', '<ada@example.com>'],
    ['a name in quotes', '"ada"@example.com'],
    ['a name in quotes with a comma', '"a,b"@example.com'],
    ['a comment', 'ada(x)@example.com'],
    ['two dots', 'a..b@example.com'],
    ['a dot at the start', '.ada@example.com'],
    ['a dot at the end', 'ada.@example.com'],
    ['two dots in the domain', 'ada@example..com'],
    ['a dot at the end of the domain', 'ada@example.com.'],
    ['a hyphen at the start of the domain', 'ada@-example.com'],
    ['a label over 63', `ada@${'a'.repeat(64)}.com`],
    ['an address literal', 'ada@[127.0.0.1]'],
    ['something invisible in the name', 'a\u200bda@example.com'],
    ['something invisible in the domain', 'ada@exam\u00adple.com'],
    ['something that turns the text around', 'ada\u202e@example.com'],
    ['half of a pair', 'ada\ud800@example.com'],
    ['a wide space', 'ada\u3000@example.com'],
    ['a local part over 64', `${'a'.repeat(65)}@example.com`],
    ['over 254', `ada@${long.slice(0, 251)}`],
    ['over 254 in its ASCII form', `a@${'中文.'.repeat(60)}cn`],
    ['a domain that is none', 'ada@exa mple.com'],
    ['an international one that is none', 'ada@中 文.cn'],
  ])('%s is none', (_, text) => {
    expect(toAddress(text)).toBeUndefined();
    expect(isAddress(text)).toBe(false);
  });

  test.each([...'"(),:;<>@[\\] \t\0\u200b\ufeff\u00a0'])('%j makes none of one', (character) => {
    expect(toAddress(`ada${character}eve@example.com`)).toBeUndefined();
    expect(toAddress(`ada@exam${character}ple.com`)).toBeUndefined();
  });
});

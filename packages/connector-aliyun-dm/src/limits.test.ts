import { expect, test } from 'vitest';
import { limitProblem } from './limits.ts';
import type { Mail } from './mail.ts';

function mail(changes: Partial<Mail> = {}): Mail {
  return {
    AccountName: 'no-reply@mail.example.com',
    AddressType: '1',
    ReplyToAddress: 'false',
    ToAddress: 'ada@example.com',
    Subject: 'Your code',
    HtmlBody: '135790',
    ...changes,
  };
}

const sixMegabytes = 6 * 1024 * 1024;

test.each([
  ['an ordinary mail', {}],
  ['the longest subject', { Subject: 'a'.repeat(256) }],
  ['the longest names', { FromAlias: 'a'.repeat(15), ReplyAddressAlias: 'a'.repeat(15) }],
  ['the longest tag', { TagName: 'a'.repeat(128) }],
  ['the largest body', { HtmlBody: 'a'.repeat(sixMegabytes) }],
  ['a template of Direct Mail', { HtmlBody: undefined, Template: '{}' }],
  ['plain text', { HtmlBody: undefined, TextBody: '135790' }],
] as [string, Partial<Mail>][])('%s passes', (_, changes) => {
  expect(limitProblem(mail(changes))).toBeUndefined();
});

test.each([
  ['recipient', { ToAddress: 'ada@example.com,eve@example.com' }],
  ['recipient', { ToAddress: 'ada@example.com;eve@example.com' }],
  ['recipient', { ToAddress: '' }],
  ['subject', { Subject: 'a'.repeat(257) }],
  ['subject', { Subject: ' ' }],
  ["sender's name", { FromAlias: 'a'.repeat(16) }],
  ['name of the reply address', { ReplyAddressAlias: 'a'.repeat(16) }],
  ['tag', { TagName: 'a'.repeat(129) }],
  ['tag', { TagName: 'a b' }],
  ['text', { HtmlBody: ' ' }],
  ['body', { TextBody: 'a'.repeat(sixMegabytes + 1) }],
  ['body', { HtmlBody: 'a'.repeat(sixMegabytes + 1) }],
  ['body', { TextBody: '中'.repeat(sixMegabytes / 3 + 1), HtmlBody: undefined }],
] as [string, Partial<Mail>][])('the %s has its own message', (word, changes) => {
  expect(limitProblem(mail(changes))).toMatch(
    new RegExp(`^The (?:mail has no )?${word}\\b.*: .+\\.$`),
  );
});

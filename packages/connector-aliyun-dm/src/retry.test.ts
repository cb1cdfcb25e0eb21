import { expect, test } from 'vitest';
import { mayRepeat, pauseBefore } from './retry.ts';

test.each([
  ['Throttling', true],
  ['Throttling.User', true],
  ['Throttling.Api', true],
  ['Throttling.SomethingNew', false],
  ['ThrottlingNot', false],
  ['ServiceUnavailable', false],
  ['InternalError', false],
  ['InvalidToAddress', false],
  ['SignatureNonceUsed', false],
])('%s, whatever its status: %s', (code, repeats) => {
  for (const status of [200, 400, 429, 500, 503]) {
    expect(mayRepeat({ kind: 'refused', code, status })).toBe(repeats);
  }
});

test.each([
  ['connect', false, true],
  ['timeout', false, true],
  ['tls', false, false],
  ['timeout', true, false],
  ['broken', true, false],
  ['invalid', true, false],
  ['too-large', true, false],
] as const)('no answer: %s, established %s: %s', (failure, established, repeats) => {
  expect(mayRepeat({ kind: 'unanswered', failure, established, code: '' })).toBe(repeats);
});

test.each([200, 429, 500, 502, 503, 504])('%i without an answer of Direct Mail: no', (status) => {
  expect(mayRepeat({ kind: 'unreadable', status })).toBe(false);
});

test('a mail that was sent is not sent again', () => {
  expect(mayRepeat({ kind: 'sent', EnvId: '1', RequestId: '2', status: 200 })).toBe(false);
});

test('pauses grow and are spread', () => {
  expect([pauseBefore(1, 0), pauseBefore(1, 1)]).toEqual([100, 300]);
  expect([pauseBefore(2, 0), pauseBefore(2, 1)]).toEqual([200, 600]);
});

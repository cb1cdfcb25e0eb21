import { expect, test } from 'vitest';
import { isPassing, pauseBefore } from './retry.ts';

test.each([
  [400, 'Throttling', true],
  [400, 'Throttling.User', true],
  [429, 'Throttling.Api', true],
  [503, 'ServiceUnavailable', true],
  [500, 'InternalError', true],
  // The code decides, not the status.
  [503, 'InvalidToAddress', false],
  [500, 'SignatureNonceUsed', false],
  [400, 'ThrottlingNot', false],
  [503, undefined, true],
  [500, undefined, false],
  [502, undefined, false],
  [504, undefined, false],
  [200, undefined, false],
])('%i %s: %s', (status, code, passing) => {
  expect(isPassing(status, code)).toBe(passing);
});

test('pauses grow and are spread', () => {
  expect([pauseBefore(1, 0), pauseBefore(1, 1)]).toEqual([100, 300]);
  expect([pauseBefore(2, 0), pauseBefore(2, 1)]).toEqual([200, 600]);
});

import { expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

it('lets through so many calls in any second, for each account', () => {
  const limit = new RateLimit(2);
  const admitted = [0, 600, 999, 1000, 1001, 1600].map((now) => limit.admit('a', now));
  expect(admitted).toEqual([true, true, false, true, false, true]);
  expect(limit.admit('b', 1000)).toBe(true);
});

it('starts anew', () => {
  const limit = new RateLimit(1);
  limit.admit('a', 0);
  limit.clear();
  expect(limit.admit('a', 0)).toBe(true);
});

import { expect, it } from 'vitest';
import { Faults } from './faults.ts';

function strikes(faults: Faults, count: number, to = 'ada@example.com') {
  return Array.from({ length: count }, () => faults.strike([to]) !== undefined);
}

it('strikes so many times, then is gone', () => {
  const faults = new Faults();
  faults.add({ code: 'InternalError', times: 2 });
  expect(strikes(faults, 4)).toEqual([true, true, false, false]);
  expect(faults.list()).toEqual([]);
});

it.each([
  [0.5, '01010101'],
  [0.25, '00010001'],
  [1, '11111111'],
  [0.29, '0001001'],
])('strikes a share of %d evenly', (share, pattern) => {
  const faults = new Faults();
  faults.add({ code: 'InternalError', share });
  const struck = strikes(faults, pattern.length).map((hit) => (hit ? '1' : '0'));
  expect(struck.join('')).toBe(pattern);
});

it.each([
  ['ada@example.com', 'Ada@Example.com', true],
  ['ada@example.com', 'alan@example.com', false],
  ['example.com', 'ada@example.com', true],
  ['@example.com', 'ada@example.com', true],
  ['example.com', 'ada@other-example.com', false],
  ['example.com', 'ada@sub.example.com', false],
])('a rule for %s and a mail to %s: %s', (to, recipient, hit) => {
  const faults = new Faults();
  faults.add({ code: 'InternalError', to });
  expect(strikes(faults, 1, recipient)).toEqual([hit]);
});

it('lets the first rule that fits decide, and counts its hits', () => {
  const faults = new Faults();
  const changes: number[] = [];
  faults.listeners.add((list) => changes.push(list.length));
  faults.add({ code: 'Throttling.User', to: 'alan@example.com' });
  faults.add({ code: 'InternalError' });
  faults.add({ code: 'ServiceUnavailable' });
  expect(faults.strike(['ada@example.com'])?.code).toBe('InternalError');
  expect(faults.list().map(({ id, hits }) => [id, hits])).toEqual([
    ['f1', 0],
    ['f2', 1],
    ['f3', 0],
  ]);
  expect(faults.remove('f2')).toBe(true);
  expect(faults.remove('f2')).toBe(false);
  faults.clear();
  expect(changes).toEqual([1, 2, 3, 3, 2, 0]);
});

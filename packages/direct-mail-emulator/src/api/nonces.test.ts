import { expect, it } from 'vitest';
import { Nonces } from './nonces.ts';

it('knows a nonce until its time is over', () => {
  const nonces = new Nonces(1000);
  expect(nonces.add('a', 0)).toBe(true);
  expect(nonces.add('a', 999)).toBe(false);
  expect(nonces.add('a', 1000)).toBe(true);
});

it('forgets the oldest first when it holds as many as it may', () => {
  const nonces = new Nonces(1000, 2);
  const added = ['a', 'b', 'c', 'c', 'a'].map((nonce) => nonces.add(nonce, 0));
  // The third makes room for itself, so that the first is unknown again.
  expect(added).toEqual([true, true, true, false, true]);
});

it('forgets all', () => {
  const nonces = new Nonces(1000);
  nonces.add('a', 0);
  nonces.clear();
  expect(nonces.add('a', 0)).toBe(true);
});

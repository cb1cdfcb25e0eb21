import { expect, test } from 'vitest';
import { createClock, currentTime, withClock } from './clock.ts';

const morning = createClock(new Date('2026-01-02T08:00:00Z'));
const evening = createClock(new Date('2026-01-02T20:00:00Z'));
function later() {
  return new Promise((resolve) => setImmediate(resolve)).then(currentTime);
}

test('outside of a request, the clock is that of the machine', () => {
  expect(Math.abs(currentTime() - Date.now())).toBeLessThan(60_000);
});

test('each of several emulators goes by its own, also in what it does later', async () => {
  const both = [withClock(evening, later), withClock(morning, later)];
  expect(await Promise.all(both)).toEqual([evening.now().getTime(), morning.now().getTime()]);
});

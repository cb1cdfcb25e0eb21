import { afterEach, expect, test } from 'vitest';
import { createClock, currentTime, startClock, withClock } from './clock.ts';

const morning = createClock(new Date('2026-01-02T08:00:00Z'));
const evening = createClock(new Date('2026-01-02T20:00:00Z'));
const stops: (() => void)[] = [];
function start(clock: typeof morning) {
  return stops.push(startClock(clock));
}
function later() {
  return new Promise((resolve) => setImmediate(resolve)).then(currentTime);
}

afterEach(() => {
  for (const stop of stops.splice(0)) {
    stop();
  }
});

test('without an emulator, the clock is that of the machine', () => {
  expect(Math.abs(currentTime() - Date.now())).toBeLessThan(60_000);
});

test('the only clock needs nobody to say which', async () => {
  start(morning);
  expect(await withClock(morning, later)).toBe(morning.now().getTime());
});

test('each of several emulators goes by its own, also in what it does later', async () => {
  start(morning);
  start(evening);
  const both = [withClock(evening, later), withClock(morning, later)];
  expect(await Promise.all(both)).toEqual([evening.now().getTime(), morning.now().getTime()]);
});

test('what began before a second emulator came stays with the first', async () => {
  start(morning);
  const begun = withClock(morning, later);
  start(evening);
  expect(await begun).toBe(morning.now().getTime());
});

test('a clock of two emulators goes on until both have ended, however often one is ended', () => {
  start(evening);
  start(evening);
  const stop = stops.pop();
  stop?.();
  stop?.();
  expect(currentTime()).toBe(evening.now().getTime());
});

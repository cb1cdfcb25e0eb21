import { expect, test } from 'vitest';
import { Random } from './random.ts';

function take(random: Random) {
  return [random.id(), random.shortId(), random.secret(), random.code()];
}

test('the same seed gives the same, another seed something else', () => {
  expect(take(new Random('one'))).toEqual(take(new Random('one')));
  expect(take(new Random('one'))).not.toEqual(take(new Random('two')));
  expect(take(new Random())).not.toEqual(take(new Random()));
});

test('a source goes on where an earlier one stopped', () => {
  const first = new Random('one');
  first.id();
  const later = new Random('one');
  later.resume(first.state.position);
  expect(later.id()).toBe(first.id());
});

test('ids, secrets and codes look like those of Logto', () => {
  const [id, shortId, secret, code] = take(new Random('one'));
  expect(id).toMatch(/^[0-9a-z]{21}$/);
  expect(shortId).toMatch(/^[0-9a-z]{12}$/);
  expect(secret).toMatch(/^[0-9A-Za-z]{32}$/);
  expect(code).toMatch(/^\d{6}$/);
});

test('every digit is as likely in a code', () => {
  const random = new Random('one');
  const counts = Array.from({ length: 10 }, () => 0);
  for (let index = 0; index < 5000; index += 1) {
    for (const digit of random.code()) {
      counts[Number(digit)] = (counts[Number(digit)] ?? 0) + 1;
    }
  }
  for (const count of counts) {
    expect(Math.abs(count - 3000)).toBeLessThan(300);
  }
});

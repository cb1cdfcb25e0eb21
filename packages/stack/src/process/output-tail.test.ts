import { expect, test } from 'vitest';
import { OutputTail, secretsOf } from './output-tail.ts';

test('keeps the last lines', () => {
  const tail = new OutputTail([], 2);
  for (const line of ['one', 'two', 'three']) {
    tail.add(line);
  }
  expect(tail.lines()).toEqual(['two', 'three']);
});

test('blots out secrets wherever they stand', () => {
  const tail = new OutputTail(['the-secret-of-an-app']);
  expect(tail.add('a the-secret-of-an-app, the-secret-of-an-app')).toBe('a [secret], [secret]');
});

test('blots out codes and tokens in addresses, and leaves the rest of them', () => {
  const tail = new OutputTail([]);
  const line = 'GET /api/auth/callback/logto?code=Abc-1_2&state=xyz&iss=http%3A%2F%2Flocalhost 302';
  expect(tail.add(line)).toBe(
    'GET /api/auth/callback/logto?code=[secret]&state=[secret]&iss=http%3A%2F%2Flocalhost 302',
  );
});

test('takes for secret what is named so', () => {
  const env = { AUTH_SECRET: 'one', AUTH_LOGTO_SECRET: 'two', AUTH_LOGTO_ID: 'id', PORT: '1' };
  expect(secretsOf(env)).toEqual(['one', 'two']);
});

import { beforeEach, expect, test } from 'vitest';
import { createClock } from '../clock.ts';
import { OidcModels } from './models.ts';

// It stands still, so that a slow machine does not come too late.
const clock = createClock(new Date());
let models: OidcModels;
beforeEach(() => {
  models = new OidcModels(clock);
});

const day = 86_400;

test('a model is found, consumed, changed and destroyed', () => {
  models.upsert('RefreshToken', 'a', { accountId: 'ada', grantId: 'g', scope: 'openid' }, day);
  models.upsert('Session', 's', { uid: 'u', accountId: 'ada' }, day);
  expect(models.find('RefreshToken', 'a')).toMatchObject({ scope: 'openid' });
  expect(models.findSessionByUid('u')).toMatchObject({ accountId: 'ada' });
  models.consume('RefreshToken', 'a');
  clock.advance(2999);
  expect(models.find('RefreshToken', 'a')).not.toHaveProperty('consumed');
  clock.advance(2);
  expect(models.find('RefreshToken', 'a')).toMatchObject({ consumed: true });
  models.destroy('Session', 's');
  expect(models.findSessionByUid('u')).toBeUndefined();
});

test('what belongs to a grant or an account goes with it', () => {
  models.upsert('AccessToken', 'a', { accountId: 'ada', grantId: 'grant-1' }, day);
  models.upsert('AccessToken', 'b', { accountId: 'bob', grantId: 'grant-2' }, day);
  models.upsert('AccessToken', 'c', { accountId: 'ada', grantId: 'grant-3' }, day);
  models.revokeByGrantId('AccessToken', 'grant-1');
  expect(models.find('AccessToken', 'a')).toBeUndefined();
  expect(models.find('AccessToken', 'b')).toBeDefined();
  models.revokeByAccountId('ada');
  expect(models.find('AccessToken', 'c')).toBeUndefined();
  expect(models.find('AccessToken', 'b')).toBeDefined();
});

test('what expired is thrown away, by itself, whatever stands before it', () => {
  models.upsert('RefreshToken', 'long', {}, 10 * day);
  for (let turn = 0; turn < 100; turn += 1) {
    for (let index = 0; index < 100; index += 1) {
      models.upsert('AccessToken', `${turn}-${index}`, {}, 60);
      models.upsert('RefreshToken', `${turn}-${index}`, {}, 60);
    }
    clock.advance(60_000);
  }
  expect([...models.entries()].length).toBeLessThan(2000);
  expect(models.find('RefreshToken', 'long')).toBeDefined();
});

test('what is used up stays until it expires, so that a second use is noticed', () => {
  models.upsert('RefreshToken', 'a', {}, 60);
  models.consume('RefreshToken', 'a');
  clock.advance(60_000);
  models.sweep();
  expect(models.find('RefreshToken', 'a')).toMatchObject({ consumed: true });
  clock.advance(16_000);
  models.sweep();
  expect([...models.entries()]).toEqual([]);
});

test('a grant goes when no session and no token leads to it, and not while somebody signs in', () => {
  const iat = Math.floor(clock.now().getTime() / 1000);
  for (const id of ['of-session', 'of-token', 'of-nobody']) {
    models.upsert('Grant', id, { iat }, 180 * day);
  }
  const authorizations = { spa: { grantId: 'of-session' } };
  models.upsert('Session', 's', { authorizations }, 14 * day);
  models.upsert('RefreshToken', 'r', { grantId: 'of-token' }, 14 * day);
  models.sweep();
  expect(models.find('Grant', 'of-nobody')).toBeDefined();
  clock.advance(2 * 3600_000);
  models.sweep();
  expect(models.find('Grant', 'of-session')).toBeDefined();
  expect(models.find('Grant', 'of-token')).toBeDefined();
  expect(models.find('Grant', 'of-nobody')).toBeUndefined();
});

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

/** Writes so many other models that the ones before are packed. */
function writeMany(): void {
  for (let index = 0; index < 600; index += 1) {
    models.upsert('AccessToken', `other${index}`, { grantId: `other${index}` }, day);
  }
}

test('a packed model is found, consumed, changed and destroyed as any other', () => {
  models.upsert('RefreshToken', 'a', { accountId: 'ada', grantId: 'g', scope: 'openid' }, day);
  models.upsert('Session', 's', { uid: 'u', accountId: 'ada' }, day);
  writeMany();
  expect(models.find('RefreshToken', 'a')).toMatchObject({ scope: 'openid' });
  expect(models.findSessionByUid('u')).toMatchObject({ accountId: 'ada' });
  models.consume('RefreshToken', 'a');
  clock.advance(3001);
  expect(models.find('RefreshToken', 'a')).toMatchObject({ consumed: true });
  models.destroy('Session', 's');
  expect(models.findSessionByUid('u')).toBeUndefined();
});

test.each([false, true])(
  'what belongs to a grant or an account goes with it (packed: %s)',
  (packed) => {
    models.upsert('AccessToken', 'a', { accountId: 'ada', grantId: 'grant-1' }, day);
    models.upsert('AccessToken', 'b', { accountId: 'bob', grantId: 'grant-2' }, day);
    models.upsert('AccessToken', 'c', { accountId: 'ada', grantId: 'grant-3' }, day);
    if (packed) {
      writeMany();
    }
    models.revokeByGrantId('AccessToken', 'grant-1');
    expect(models.find('AccessToken', 'a')).toBeUndefined();
    expect(models.find('AccessToken', 'b')).toBeDefined();
    models.revokeByAccountId('ada');
    expect(models.find('AccessToken', 'c')).toBeUndefined();
    expect(models.find('AccessToken', 'b')).toBeDefined();
  },
);

test('what expired is thrown away', () => {
  models.upsert('AccessToken', 'a', {}, 60);
  clock.advance(60_000 + 17_000);
  models.sweep();
  expect([...models.entries()]).toEqual([]);
});

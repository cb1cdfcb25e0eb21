import { expect, test } from 'vitest';
import { expiryOf, mayBelongTo, packModel, type StoredModel, unpackModel } from './packed-model.ts';

const grantId = 'SwcVn1nKKFnUqBmB0BainSwcVn1nKKFnUqBmB0BainX';
const id = 'EaD1RhwsxKxyDWAwH7PFqigpNR9-Ft5vSfLznB96S6Q';
const model: StoredModel = {
  payload: JSON.stringify({
    iat: 1795290660,
    exp: 1795294260,
    accountId: 'hopw744j618h',
    grantId,
    scope: 'openid offline_access profile email',
    jti: id,
    kind: 'AccessToken',
    name: '阿里云',
  }),
  expiresAt: 1795294260123,
  grantId,
  accountId: 'hopw744j618h',
};
const session: StoredModel = {
  payload: JSON.stringify({ uid: 'u', accountId: 'hopw744j618h', kind: 'Session', jti: id }),
  expiresAt: 1795294260123,
  uid: 'u',
  accountId: 'hopw744j618h',
};

test.each([
  ['a token', 'AccessToken', model],
  ['a used one', 'AccessToken', { ...model, consumedAt: 1795294260000 }],
  ['a session', 'Session', session],
  ['a model of nobody', 'Interaction', { payload: '{"uid":"u"}', expiresAt: 1795294260123 }],
])('%s comes back as it was', (_what, kind, stored) => {
  expect(unpackModel(kind, id, packModel(id, stored))).toEqual(stored);
});

test('a packed model is less than half as long', () => {
  expect(packModel(id, model).length).toBeLessThan(model.payload.length / 2);
});

test('its end and its owners can be told without unpacking it', () => {
  const packed = packModel(id, model);
  expect(expiryOf(packed)).toBe(1795294260123);
  expect(mayBelongTo(packed, 'grantId', grantId)).toBe(true);
  expect(mayBelongTo(packed, 'accountId', 'hopw744j618h')).toBe(true);
  expect(mayBelongTo(packed, 'grantId', 'another')).toBe(false);
  expect(mayBelongTo(packed, 'accountId', 'another')).toBe(false);
  const nobodys = packModel('a', { payload: '{}', expiresAt: 1 });
  expect(mayBelongTo(nobodys, 'grantId', grantId)).toBe(false);
});

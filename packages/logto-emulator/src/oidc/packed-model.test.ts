import { expect, test } from 'vitest';
import { expiryOf, mayBelongTo, packModel, type StoredModel, unpackModel } from './packed-model.ts';

const grantId = 'SwcVn1nKKFnUqBmB0BainSwcVn1nKKFnUqBmB0BainX';
const model: StoredModel = {
  payload: JSON.stringify({
    iat: 1795290660,
    exp: 1795294260,
    accountId: 'hopw744j618h',
    grantId,
    scope: 'openid offline_access profile email',
    kind: 'AccessToken',
    name: '阿里云',
  }),
  expiresAt: 1795294260123,
  grantId,
  accountId: 'hopw744j618h',
};

test('a model comes back as it was, and is shorter in between', () => {
  const packed = packModel(model);
  expect(unpackModel(packed)).toEqual(model);
  expect(packed.length).toBeLessThan(model.payload.length * 0.75);
});

test('its end and its owners can be told without unpacking it', () => {
  const packed = packModel(model);
  expect(expiryOf(packed)).toBe(1795294260123);
  expect(mayBelongTo(packed, 'grantId', grantId)).toBe(true);
  expect(mayBelongTo(packed, 'accountId', 'hopw744j618h')).toBe(true);
  expect(mayBelongTo(packed, 'grantId', 'another')).toBe(false);
  expect(mayBelongTo(packed, 'accountId', 'another')).toBe(false);
  expect(mayBelongTo(packModel({ payload: '{}', expiresAt: 1 }), 'grantId', grantId)).toBe(false);
});

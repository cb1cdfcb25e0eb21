import { expect, test } from 'vitest';
import { expiryOf, ModelPacker, mayBelongTo } from './model-packer.ts';
import type { StoredModel } from './stored-model.ts';

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

function pack(stored: StoredModel) {
  return new ModelPacker().pack(id, stored) ?? '';
}

test.each([
  ['a token', 'AccessToken', model],
  ['a used one', 'AccessToken', { ...model, consumedAt: 1795294260000 }],
  ['a session', 'Session', session],
  ['a model of nobody', 'Interaction', { payload: '{"uid":"u"}', expiresAt: 1795294260123 }],
  ['a nonce', 'RefreshToken', { payload: '{"nonce":"阿 \\"x\\""}', expiresAt: 1795294260123 }],
  ['a long nonce', 'RefreshToken', { payload: `{"nonce":"${'n'.repeat(999)}"}`, expiresAt: 1 }],
  ['a long value', 'Interaction', { payload: `{"a":"${id}${id}","b":12345678901}`, expiresAt: 1 }],
])('%s comes back as it was', (_what, kind, stored) => {
  const packer = new ModelPacker();
  packer.pack(id, { payload: '{"another":"pattern"}', expiresAt: 1 });
  expect(packer.unpack(kind, id, packer.pack(id, stored) ?? '')).toEqual(stored);
});

test('a packed model is less than a third as long', () => {
  expect(pack(model).length).toBeLessThan(model.payload.length / 3);
});

test('its end and its owners can be told without unpacking it', () => {
  const packed = pack(model);
  expect(expiryOf(packed)).toBe(1795294260123);
  expect(mayBelongTo(packed, grantId)).toBe(true);
  expect(mayBelongTo(packed, 'hopw744j618h')).toBe(true);
  expect(mayBelongTo(packed, 'another')).toBe(false);
});

test('only so many patterns are remembered', () => {
  const packer = new ModelPacker();
  const packed = Array.from({ length: 5000 }, (_, index) =>
    packer.pack(id, { payload: `{"scope":"${index}"}`, expiresAt: 1 }),
  );
  expect(packed.filter((one) => one !== undefined)).toHaveLength(4096);
  expect(packer.pack(id, { payload: '{"scope":"1"}', expiresAt: 1 })).toBe(packed[1]);
});

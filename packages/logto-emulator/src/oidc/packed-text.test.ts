import { expect, test } from 'vitest';
import { pack, unpack } from './packed-text.ts';

test('a text comes back as it was, and is shorter in between', () => {
  const text = JSON.stringify({
    iat: 1795290660,
    exp: 1795294260,
    accountId: 'hopw744j618h',
    grantId: 'SwcVn1nKKFnUqBmB0BainSwcVn1nKKFnUqBmB0Bain',
    scope: 'openid offline_access profile email',
    kind: 'AccessToken',
    name: '阿里云',
  });
  const packed = pack(text);
  expect(unpack(packed)).toBe(text);
  expect(packed.length).toBeLessThan(text.length * 0.7);
});

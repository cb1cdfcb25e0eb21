import { expect, test } from 'vitest';
import { createTestClient } from '../../test/support/management-client.ts';

const path = '/resources';

async function statusAndCode(authorization: string | null) {
  const { call } = await createTestClient();
  const { status, body } = await call('GET', path, undefined, { authorization });
  return [status, body.code, body.data];
}

test('a call needs a bearer token', async () => {
  expect(await statusAndCode(null)).toEqual([401, 'auth.authorization_header_missing', undefined]);
  expect(await statusAndCode('Basic abc')).toEqual([
    401,
    'auth.authorization_token_type_not_supported',
    { supportedTypes: ['Bearer'] },
  ]);
});

test.each([
  ['no token', 'Bearer', 'ERR_JWS_INVALID'],
  ['no JWT', 'Bearer x', 'ERR_JWS_INVALID'],
  ['no signature', 'Bearer eyJhbGciOiJub25lIn0.e30.', 'ERR_JOSE_NOT_SUPPORTED'],
  [
    'another signature',
    'Bearer eyJhbGciOiJFUzM4NCJ9.e30.AAAA',
    'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  ],
])('a token with %s is refused', async (_, authorization, code) => {
  expect(await statusAndCode(authorization)).toMatchObject([401, 'auth.unauthorized', { code }]);
});

test.each([
  ['audience', { aud: 'https://other.example/api' }, 401, 'auth.unauthorized'],
  ['issuer', { iss: 'https://other.example' }, 401, 'auth.unauthorized'],
  ['expiry', { exp: 1 }, 401, 'auth.unauthorized'],
  ['subject', { sub: '' }, 401, 'auth.jwt_sub_missing'],
  ['scope', { scope: 'read' }, 403, 'auth.forbidden'],
  ['scope at all', { scope: undefined }, 403, 'auth.forbidden'],
])('a token with the wrong %s is refused', async (_, claims, status, code) => {
  const { call, token } = await createTestClient();
  const authorization = `Bearer ${await token(claims)}`;
  expect(await call('GET', path, undefined, { authorization })).toMatchObject({
    status,
    body: { code },
  });
});

test('a token expires by the clock of the emulator', async () => {
  const { call, token, clock } = await createTestClient();
  const authorization = `Bearer ${await token()}`;
  expect((await call('GET', path, undefined, { authorization })).status).toBe(200);
  clock.advance(3601_000);
  expect((await call('GET', path, undefined, { authorization })).status).toBe(401);
});

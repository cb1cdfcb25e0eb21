import { expect, test } from 'vitest';
import { createTestClient } from '../../test/support/management-client.ts';

const anonymous = { authorization: null };

test('the status and the public sign-in experience need no token', async () => {
  const { call } = await createTestClient();
  expect((await call('GET', '/status', undefined, anonymous)).status).toBe(204);
  const { body } = await call('GET', '/.well-known/sign-in-exp', undefined, anonymous);
  expect(body).toMatchObject({
    tenantId: 'default',
    forgotPassword: { phone: false, email: false },
    socialConnectors: [],
    ssoConnectors: [],
  });
  expect(Object.keys(body)).not.toEqual(
    expect.arrayContaining(['emailBlocklistPolicy', 'forgotPasswordMethods']),
  );
});

test('what Logto has and the emulator has not is answered with 501, to those who may ask', async () => {
  const { call } = await createTestClient();
  expect(await call('GET', '/hooks')).toMatchObject({
    status: 501,
    body: {
      code: 'emulator.not_supported',
      message:
        'The Logto emulator does not support GET /api/hooks. What it supports is in its SUPPORTED.md.',
    },
  });
  expect((await call('GET', '/hooks', undefined, anonymous)).status).toBe(401);
  const passkeys = '/experience/verification/web-authn/registration';
  expect((await call('POST', passkeys, {}, anonymous)).status).toBe(501);
});

test('another method is 405 with those that are allowed, another path 404', async () => {
  const { call } = await createTestClient();
  const other = await call('PUT', '/resources', {}, anonymous);
  expect([other.status, other.body]).toEqual([405, 'Method Not Allowed']);
  expect(other.headers.get('allow')).toBe('HEAD, GET, POST');
  const options = await call('OPTIONS', '/resources', undefined, anonymous);
  expect([options.status, options.headers.get('allow')]).toEqual([200, 'HEAD, GET, POST']);
  const nowhere = await call('GET', '/nope', undefined, anonymous);
  expect([nowhere.status, nowhere.body]).toEqual([404, 'Not Found']);
});

test('HEAD, and a slash at the end, do not matter', async () => {
  const { call } = await createTestClient();
  expect((await call('HEAD', '/resources')).status).toBe(200);
  expect((await call('GET', '/resources/')).body).toHaveLength(1);
});

test('messages come in the language of the caller', async () => {
  const { call } = await createTestClient();
  const headers = { 'accept-language': 'zh-CN' };
  const { body } = await call('GET', '/applications/x', undefined, { headers });
  expect(body.message).toBe('ID 为 `x` 的 applications 不存在。');
});

test.each([
  ['{"name":', 'application/json', { message: 'Unexpected end of JSON input' }],
  ['"x"', 'application/json', { message: 'invalid JSON, only supports object and array' }],
  ['x', 'text/plain', { details: expect.stringContaining('Expected object but received string') }],
  ['<x/>', 'application/xml', { details: expect.stringContaining('"name"') }],
])('the body %s as %s is refused', async (json, type, body) => {
  const { call } = await createTestClient();
  const headers = { 'content-type': type };
  expect(await call('POST', '/applications', json, { headers })).toMatchObject({
    status: 400,
    body,
  });
});

test('a body over a megabyte is not read', async () => {
  const { call } = await createTestClient();
  const { status, body } = await call('POST', '/applications', { name: 'x'.repeat(1024 * 1024) });
  expect([status, body]).toEqual([404, 'Not Found']);
});

test('a form is as good as JSON', async () => {
  const { call } = await createTestClient();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { body } = await call('POST', '/applications', 'name=A&type=SPA', { headers });
  expect(body).toMatchObject({ name: 'A', type: 'SPA' });
});

import { expect, test } from 'vitest';
import { createTestClient } from '../../../test/support/management-client.ts';

const path = '/sign-in-exp/default/check-password';

test('a password is good, or there is a list of what is wrong with it', async () => {
  const { call } = await createTestClient();
  await call('PATCH', '/sign-in-exp', { passwordPolicy: { rejects: { userInfo: false } } });
  expect(await call('POST', path, { password: 'Tr0ub4dor&3' })).toMatchObject({
    status: 200,
    body: { result: true },
  });
  expect(await call('POST', path, { password: 'abc' })).toMatchObject({
    status: 400,
    body: {
      result: false,
      issues: [
        { code: 'password_rejected.too_short', interpolation: { min: 8 } },
        { code: 'password_rejected.restricted.sequence' },
      ],
    },
  });
});

test('where user information is rejected, there must be a user', async () => {
  const { call } = await createTestClient();
  expect(await call('POST', path, { password: 'Tr0ub4dor&3' })).toMatchObject({
    status: 400,
    body: { code: 'request.invalid_input' },
  });
});

test('with a user, what is known of the user counts', async () => {
  const { call } = await createTestClient();
  const { id } = (await call('POST', '/users', { username: 'lovelace' })).body;
  const { body } = await call('POST', path, { password: 'lovelace1', userId: id });
  expect(body.issues).toEqual([{ code: 'password_rejected.restricted.user_info' }]);
  expect((await call('POST', path, { password: 'x', userId: 'nobody' })).status).toBe(404);
});

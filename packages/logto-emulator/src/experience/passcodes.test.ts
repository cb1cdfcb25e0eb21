import { expect, test } from 'vitest';
import { createTestClient } from '../../test/support/management-client.ts';
import { createPasscode, verifyPasscode } from './passcodes.ts';

const hour = 3_600_000;

test('codes are kept for an hour, whoever else has one sent, and then no longer', async () => {
  const { context, clock } = await createTestClient();
  const send = (id: string) => createPasscode(context, id, 'SignIn', `${id}@example.com`);
  const kept = () => context.store.passcodes.list().map(({ email }) => email);
  const first = send('ada');
  send('bob');
  expect(() => verifyPasscode(context, 'ada', 'SignIn', 'ada@example.com', first)).not.toThrow();
  expect(kept()).toEqual(['bob@example.com']);
  clock.advance(hour);
  send('carol');
  expect(kept()).toEqual(['bob@example.com', 'carol@example.com']);
  clock.advance(1);
  send('dave');
  expect(kept()).toEqual(['carol@example.com', 'dave@example.com']);
});

test('a code is for what it was sent for', async () => {
  const { context } = await createTestClient();
  const code = createPasscode(context, 'one', 'SignIn', 'ada@example.com');
  const verify = (id: string, type: string) => () =>
    verifyPasscode(context, id, type, 'ada@example.com', code);
  expect(verify('one', 'Register')).toThrow();
  expect(verify('two', 'SignIn')).toThrow();
  expect(verify('one', 'SignIn')).not.toThrow();
});

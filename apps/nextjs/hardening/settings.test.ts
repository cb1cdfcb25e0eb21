import { expect, test, vi } from 'vitest';
import { destination, startApplication } from '../test/application';
import { cookieOf, tokenFrom } from '../test/session-cookie';
import { wrongSettings } from './settings';

test('there is nothing to say about right settings', async () => {
  await using _application = await startApplication({
    AUTH_LOGTO_ISSUER: 'https://logto.example.com/oidc',
  });

  expect(wrongSettings()).toEqual([]);
});

const issuer = 'http://localhost:3001';

test.each([
  ['AUTH_LOGTO_ISSUER', issuer, `Enter ${issuer}/oidc,`],
  ['AUTH_LOGTO_ISSUER', `${issuer}/`, `Enter ${issuer}/oidc,`],
  ['AUTH_LOGTO_ISSUER', `${issuer}/oidc/`, `Enter ${issuer}/oidc,`],
  ['AUTH_LOGTO_ISSUER', `"${issuer}/oidc",`, 'AUTH_LOGTO_ISSUER is no address'],
  ['AUTH_LOGTO_ISSUER', 'logto', 'AUTH_LOGTO_ISSUER is no address'],
  ['AUTH_URL', 'localhost:3000', 'AUTH_URL is no address: localhost:3000'],
  ['AUTH_URL', 'http://localhost:3000/shop', 'Enter http://localhost:3000,'],
  ['AUTH_SECRET', 'short', 'AUTH_SECRET is shorter than 32 characters'],
])('%s=%s: one sentence says what to enter', async (name, value, sentence) => {
  await using application = await startApplication({ [name]: value });
  const { logto, auth, visit } = application;

  expect(wrongSettings()).toEqual([expect.stringContaining(sentence)]);

  // Nobody is signed in, and every page is the one that shows it.
  const cookie = await cookieOf(tokenFrom(logto.issue()));
  expect(await auth()).toBeNull();
  expect((await visit('/', cookie)).headers.get('location')).toBeNull();
  expect((await visit('/profile')).headers.get('location')).toBe('http://localhost:3000/');
  expect((await destination(() => application.signIn('logto'))).pathname).toBe('/');
});

test('the terminal shows it when the server starts', async () => {
  await using _application = await startApplication({ AUTH_URL: 'localhost:3000' });
  const { register } = await import('@/instrumentation');

  register();

  expect(vi.mocked(console.error).mock.lastCall).toEqual([expect.stringContaining('AUTH_URL')]);
});

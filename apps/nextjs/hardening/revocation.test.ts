import { expect, test } from 'vitest';
import { startApplication } from '../test/application';
import { incoming } from '../test/incoming';
import { cookieOf, tokenFrom } from '../test/session-cookie';

test('the refresh token of a session that was signed out is worth nothing', async () => {
  await using application = await startApplication();
  const { logto, signOut } = application;
  const tokens = logto.issue();
  incoming.headers = new Headers({ cookie: await cookieOf(tokenFrom(tokens)) });

  await signOut({ redirect: false });

  const revoked = logto.requests.find(({ path }) => path === '/oidc/token/revocation');
  expect(revoked?.form.get('token')).toBe(tokens.refresh_token);
  expect(incoming.cookiesSet.get('authjs.session-token')).toBe('');
});

test('a session is signed out while Logto is away', async () => {
  const { logto, signOut } = await startApplication();
  incoming.headers = new Headers({ cookie: await cookieOf(tokenFrom(logto.issue())) });
  await logto[Symbol.asyncDispose]();

  await signOut({ redirect: false });

  expect(incoming.cookiesSet.get('authjs.session-token')).toBe('');
});

test('a session is signed out although Logto refuses to revoke', async () => {
  await using application = await startApplication();
  const { logto, signOut } = application;
  incoming.headers = new Headers({ cookie: await cookieOf(tokenFrom(logto.issue())) });
  logto.options.outage = { status: 400, body: { error: 'invalid_request' } };

  // Nothing is left that fails later, when nobody listens any more.
  await signOut({ redirect: false });

  expect(incoming.cookiesSet.get('authjs.session-token')).toBe('');
});

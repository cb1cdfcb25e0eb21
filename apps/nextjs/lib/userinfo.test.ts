import { expect, test, vi } from 'vitest';
import { startLogtoDouble } from '../test/logto-double';
import { tokensFrom } from './tokens';
import { checkAccessToken } from './userinfo';

test('a token that Logto accepts', async () => {
  await using logto = await startLogtoDouble();
  vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);

  expect(await checkAccessToken(tokensFrom(logto.issue()))).toBeUndefined();
});

test.each([
  ['was revoked', { accessToken: 'revoked' }, 'SessionEnded'],
  ['has expired, so is not even sent', { expiresAt: 0 }, 'AccessTokenExpired'],
])('a token that %s', async (_reason, change, problem) => {
  await using logto = await startLogtoDouble();
  vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);

  expect(await checkAccessToken({ ...tokensFrom(logto.issue()), ...change })).toBe(problem);
  expect(logto.count('/oidc/me')).toBe(problem === 'SessionEnded' ? 1 : 0);
});

test('a Logto that does not answer', async () => {
  const logto = await startLogtoDouble();
  vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);
  const tokens = tokensFrom(logto.issue());
  await logto[Symbol.asyncDispose]();

  expect(await checkAccessToken(tokens)).toBe('LogtoDoesNotAnswer');
});

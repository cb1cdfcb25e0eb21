import { describe, expect, test, vi } from 'vitest';
import { startLogtoDouble } from '../test/logto-double';
import { refresh, SessionEnded } from './refresh';
import { tokensFrom } from './tokens';

describe('refresh', () => {
  test('replaces all three tokens', async () => {
    await using logto = await startLogtoDouble();
    vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);
    const before = tokensFrom(logto.issue());

    const after = await refresh(before);

    expect(after.accessToken).not.toBe(before.accessToken);
    expect(after.refreshToken).not.toBe(before.refreshToken);
    expect(after.expiresAt).toBeGreaterThan(Date.now());
  });

  test.each([
    ['Logto refuses', { rotates: true }, 'used'],
    ['the tokens are those of another user', { subject: 'user-2' }, undefined],
    ['there is no refresh token', {}, 'none'],
  ])('says that the session has ended when %s', async (_reason, options, refreshToken) => {
    await using logto = await startLogtoDouble();
    vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);
    const tokens = tokensFrom(logto.issue());
    Object.assign(logto.options, options);
    if (refreshToken === 'used') {
      await refresh(tokens);
    }
    if (refreshToken === 'none') {
      tokens.refreshToken = undefined;
    }

    await expect(refresh(tokens)).rejects.toBeInstanceOf(SessionEnded);
  });

  test.each([
    ['is overloaded', { status: 503, body: { error: 'temporarily_unavailable' } }],
    ['answers nonsense', { status: 200, body: {} }],
  ])('leaves the session alone when Logto %s', async (_reason, outage) => {
    await using logto = await startLogtoDouble();
    vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);
    const tokens = tokensFrom(logto.issue());
    logto.options.outage = outage;

    await expect(refresh(tokens)).rejects.not.toBeInstanceOf(SessionEnded);
  });
});

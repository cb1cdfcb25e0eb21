import type { JWT } from 'next-auth/jwt';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startApplication } from '../test/application';
import { idToken } from '../test/logto-double';
import { cookieOf, expired, tokenFrom } from '../test/session-cookie';
import { renewOnce } from './joined-renewals';
import type { JwtCallback } from './jwt-callback';

test('several tabs of an expired session ask Logto once', async () => {
  await using application = await startApplication();
  const { logto, visit, page } = application;
  const cookie = await cookieOf(tokenFrom(logto.issue(), expired));

  const responses = await Promise.all(['/', '/profile', '/'].map((path) => visit(path, cookie)));

  expect(logto.count('/oidc/token')).toBe(1);
  for (const response of responses) {
    const { token } = await page(response, cookie);
    expect(token?.expiresAt).toBeGreaterThan(Date.now() / 1000);
  }
});

test('a session ends that was renewed for somebody else', async () => {
  await using application = await startApplication();
  const { logto, visit } = application;
  const cookie = await cookieOf(tokenFrom(logto.issue(), expired));
  logto.options.subject = 'user-2';

  const response = await visit('/', cookie);

  expect(response.headers.getSetCookie().join()).toMatch(/authjs.session-token=; Max-Age=0/);
});

describe('renewOnce', () => {
  afterEach(() => void vi.useRealTimers());

  /** A callback that gives new tokens, each for as many seconds. */
  function setUp(lifetime = 3600) {
    let count = 0;
    const jwt = vi.fn(async ({ token }: { token: JWT }) => {
      count += 1;
      const accessToken = `${token.accessToken}-${count}`;
      return { ...token, accessToken, expiresAt: Date.now() / 1000 + lifetime };
    });
    const renew = renewOnce(jwt as JwtCallback);
    const token = {
      idToken: idToken('http://localhost/oidc', 'user-1'),
      accessToken: crypto.randomUUID(),
      refreshToken: '',
      expiresAt: 0,
    };
    return { jwt, token, ask: (old: JWT) => renew({ token: old } as Parameters<JwtCallback>[0]) };
  }

  test('gives a late request with the old session the same answer', async () => {
    const { jwt, token, ask } = setUp();

    const first = await ask(token);

    expect(await ask(token)).toBe(first);
    expect(jwt).toHaveBeenCalledTimes(1);
  });

  test('keeps that answer for five minutes', async () => {
    vi.useFakeTimers();
    const { jwt, token, ask } = setUp();
    await ask(token);

    await vi.advanceTimersByTimeAsync(5 * 60_000 - 1);
    await ask(token);
    expect(jwt).toHaveBeenCalledTimes(1);

    await vi.advanceTimersByTimeAsync(1);
    await ask(token);
    expect(jwt).toHaveBeenCalledTimes(2);
  });

  test('leads a session that missed several renewals to the newest one', async () => {
    const { jwt, token, ask } = setUp(-1);
    const second = await ask(token);
    const third = await ask(second as JWT);

    const newest = await ask(token);

    expect(jwt).toHaveBeenCalledTimes(3);
    expect(newest?.accessToken).toBe(`${third?.accessToken}-3`);
  });

  test('tries again after an outage', async () => {
    const { jwt, token, ask } = setUp();
    jwt.mockRejectedValueOnce(new Error('away'));

    await expect(ask(token)).rejects.toThrow('away');

    expect((await ask(token))?.accessToken).toContain(token.accessToken);
  });
});

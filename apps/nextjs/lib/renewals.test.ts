import { describe, expect, test, vi } from 'vitest';
import { startLogtoDouble } from '../test/logto-double';
import { refresh } from './refresh';
import { createRenewals } from './renewals';
import { tokensFrom } from './tokens';

async function setUp(options: object = {}) {
  const logto = await startLogtoDouble();
  Object.assign(logto.options, options);
  vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);
  const tokens = { ...tokensFrom(logto.issue()), refreshAfter: 0 };
  return { logto, tokens, refreshed: () => logto.count('/oidc/token') };
}

describe('renew', () => {
  test('uses a refresh token once for many requests at the same time', async () => {
    const { logto, tokens, refreshed } = await setUp();
    await using _ = logto;
    const renew = createRenewals(refresh);

    const all = await Promise.all(Array.from({ length: 20 }, () => renew(tokens)));

    expect(refreshed()).toBe(1);
    expect(new Set(all.map(({ accessToken }) => accessToken)).size).toBe(1);
    expect(all[0]?.refreshToken).not.toBe(tokens.refreshToken);
  });

  test('gives a late request with the old session the same answer', async () => {
    const { logto, tokens, refreshed } = await setUp();
    await using _ = logto;
    const renew = createRenewals(refresh);

    const first = await renew(tokens);

    expect(await renew(tokens)).toEqual(first);
    expect(refreshed()).toBe(1);
  });

  test('leads a session that missed several refreshes to the newest one', async () => {
    // Every answer is due for a refresh as soon as it arrives.
    const { logto, tokens, refreshed } = await setUp({ expiresIn: 0 });
    await using _ = logto;
    const renew = createRenewals(refresh);

    const second = await renew(await renew(tokens));
    logto.options.expiresIn = 3600;
    const third = await renew(tokens);

    expect(refreshed()).toBe(3);
    expect(await renew(second)).toEqual(third);
    expect(refreshed()).toBe(3);
  });

  test('uses a refresh token again that Logto did not replace', async () => {
    const { logto, tokens, refreshed } = await setUp({ rotates: false, expiresIn: 0 });
    await using _ = logto;
    const renew = createRenewals(refresh);

    const first = await renew(tokens);
    const second = await renew(first);

    expect(second.refreshToken).toBe(tokens.refreshToken);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(refreshed()).toBe(2);
  });

  test('tries again after an outage', async () => {
    const { logto, tokens } = await setUp({ outage: { status: 503, body: {} } });
    await using _ = logto;
    const renew = createRenewals(refresh);

    await expect(renew(tokens)).rejects.toThrow();
    logto.options.outage = undefined;

    expect(await renew(tokens)).toMatchObject({ accessToken: expect.stringContaining('access-') });
  });

  test('survives a second instance that refreshes at the same time', async () => {
    const { logto, tokens } = await setUp({ leeway: 3000 });
    await using _ = logto;
    const instances = [createRenewals(refresh), createRenewals(refresh)];

    const [one, two] = await Promise.all(instances.map((renew) => renew(tokens)));

    expect(one).toBeDefined();
    expect(two).toBeDefined();
  });
});

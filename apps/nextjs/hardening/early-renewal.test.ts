import { expect, test } from 'vitest';
import { startApplication } from '../test/application';
import { cookieOf, sessionSetBy, stale, tokenFrom } from '../test/session-cookie';

test('tokens are renewed when half their life is over, and know when the next half is', async () => {
  await using application = await startApplication();
  const { logto, visit } = application;
  const before = tokenFrom(logto.issue(), stale);

  const response = await visit('/', await cookieOf(before));

  const after = await sessionSetBy(response);
  expect(after?.accessToken).not.toBe(before.accessToken);
  const now = Date.now() / 1000;
  expect(after?.renewAt).toBeGreaterThan(now + 1700);
  expect(after?.renewAt).toBeLessThan(now + 1900);
});

import { expect, test, vi } from 'vitest';
import { open, see, signedIn, useApp } from '../../../testing/open-app';

useApp();

test('an access token that is for no API is not printed', async () => {
  signedIn();
  open('/profile');
  await see('user1');
  const printed = [vi.mocked(console.error), vi.mocked(console.warn)].flatMap(
    (log) => log.mock.calls,
  );
  expect(printed.flat().join(' ')).not.toContain("'access'");
});

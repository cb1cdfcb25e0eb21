import { expect, test } from 'vitest';
import { startApplication } from '../test/application';
import { cookieOf, expired, tokenFrom } from '../test/session-cookie';

test('a session ends that was renewed for somebody else', async () => {
  await using application = await startApplication();
  const { logto, visit } = application;
  const cookie = await cookieOf(tokenFrom(logto.issue(), expired));
  logto.options.subject = 'user-2';

  const response = await visit('/', cookie);

  expect(response.headers.getSetCookie().join()).toMatch(/authjs.session-token=; Max-Age=0/);
});

import { NextRequest } from 'next/server';
import { expect, test, vi } from 'vitest';
import { handlers } from '@/auth';
import { startLogtoDouble } from '../test/logto-double';
import { sessionCookie } from '../test/session-cookie';

test('what the browser may ask for contains no token of Logto', async () => {
  await using logto = await startLogtoDouble();
  vi.stubEnv('AUTH_LOGTO_ISSUER', logto.issuer);
  const headers = { cookie: await sessionCookie(logto.issue()) };

  const response = await handlers.GET(
    new NextRequest('http://localhost:3000/api/auth/session', { headers }),
  );

  expect(await response.json()).toEqual({
    user: { id: 'user-1', email: 'ada@example.com' },
    expires: expect.any(String),
  });
});

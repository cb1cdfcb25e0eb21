import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { startApplication } from '../test/application';
import { cookieOf, tokenFrom } from '../test/session-cookie';

test('what the browser may ask for contains no token of Logto', async () => {
  await using application = await startApplication();
  const cookie = await cookieOf(tokenFrom(application.logto.issue()));

  const request = new NextRequest('http://localhost:3000/api/auth/session', {
    headers: { cookie },
  });
  const response = await application.handlers.GET(request);

  expect(await response.json()).toEqual({
    user: { email: 'ada@example.com' },
    expires: expect.any(String),
  });
});

test('nobody is signed in without a session', async () => {
  await using application = await startApplication();

  const request = new NextRequest('http://localhost:3000/api/auth/session');

  expect(await (await application.handlers.GET(request)).json()).toBeNull();
});

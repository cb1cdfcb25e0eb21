import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { destination, startApplication } from '../test/application';

const address = 'http://localhost:3000/sign-in?callbackUrl=/profile';

test('a followed link begins no sign-in', async () => {
  await using application = await startApplication();
  const { GET } = await import('@/app/sign-in/route');

  const response = await GET(new NextRequest(address, { headers: { rsc: '1' } }));

  expect(response?.body).toBeNull();
  expect(application.logto.requests).toEqual([]);
});

test('a loaded page does', async () => {
  await using application = await startApplication();
  const { GET } = await import('@/app/sign-in/route');

  const url = await destination(() => GET(new NextRequest(address)));

  expect(url.origin).toBe(new URL(application.logto.issuer).origin);
});

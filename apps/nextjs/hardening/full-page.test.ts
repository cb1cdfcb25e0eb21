import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { destination, startApplication } from '../test/application';
import { incoming } from '../test/incoming';

const address = 'http://localhost:3000/sign-in?callbackUrl=/profile';

test.each<Record<string, string>>([{ rsc: '1' }, { 'sec-fetch-dest': 'empty' }])(
  'a followed link begins no sign-in: %j',
  async (headers) => {
    await using application = await startApplication();
    const { GET } = await import('@/app/sign-in/route');

    const response = await GET(new NextRequest(address, { headers }));

    expect(response?.body).toBeNull();
    expect(application.logto.requests).toEqual([]);
  },
);

test('a sign-in that failed is explained, and not begun anew', async () => {
  await using application = await startApplication();
  const { GET } = await import('@/app/sign-in/route');

  const url = await destination(() => GET(new NextRequest(`${address}&error=AccessDenied`)));

  expect(url.pathname).toBe('/problem');
  expect(url.searchParams.get('error')).toBe('AccessDenied');
  expect(application.logto.requests).toEqual([]);
});

test('a loaded page does', async () => {
  await using application = await startApplication();
  const { GET } = await import('@/app/sign-in/route');

  const url = await destination(() => GET(new NextRequest(address)));

  expect(url.origin).toBe(new URL(application.logto.issuer).origin);
  expect(incoming.cookiesSet.get('authjs.callback-url')).toBe('http://localhost:3000/profile');
});

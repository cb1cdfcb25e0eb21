import { expect, test } from 'vitest';
import { startLocal } from './start-local.ts';

const applications = {
  shop: { type: 'web' as const, url: 'http://localhost:3000', redirectUris: ['/callback'] },
  page: { type: 'spa' as const, url: 'http://localhost:4200', redirectUris: ['/callback'] },
};
const free = { logto: { port: 0 }, directMail: { port: 0 } };

async function createUser(local: Awaited<ReturnType<typeof startLocal>>) {
  const { endpoint, appId, appSecret, resource } = local.management;
  const answer = await fetch(`${endpoint}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${appId}:${appSecret}`)}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      resource: resource ?? '',
      scope: 'all',
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const users = async () =>
    (await (await fetch(`${endpoint}/api/users`, { headers })).json()) as unknown[];
  await fetch(`${endpoint}/api/users`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ primaryEmail: 'ada@mail.example.com' }),
  });
  return users;
}

test('both emulators run, know each other, and know the applications', async () => {
  await using local = await startLocal({ ...free, applications });
  const { shop, page } = local.applications;
  expect(shop).toMatchObject({
    endpoint: local.url,
    issuer: `${local.url}/oidc`,
    appSecret: expect.stringMatching(/^\w{32}$/),
    url: 'http://localhost:3000',
    inbox: local.inbox,
  });
  expect(page?.appSecret).toBeUndefined();
  expect((await fetch(`${local.inbox}/readyz`)).ok).toBe(true);

  const request = new URLSearchParams({
    client_id: shop?.appId ?? '',
    redirect_uri: 'http://localhost:3000/callback',
    response_type: 'code',
    scope: 'openid',
  });
  const answer = await fetch(`${shop?.issuer}/auth?${request}`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toContain('/sign-in');
});

test('reset takes users and mails, and leaves the applications', async () => {
  await using local = await startLocal({ ...free, applications });
  const users = await createUser(local);
  expect(await users()).toHaveLength(1);
  const before = local.applications.shop;
  await local.reset();
  expect(await users()).toHaveLength(0);
  const request = new URLSearchParams({
    client_id: before?.appId ?? '',
    redirect_uri: 'http://localhost:3000/callback',
    response_type: 'code',
    scope: 'openid',
  });
  const answer = await fetch(`${before?.issuer}/auth?${request}`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toContain('/sign-in');
});

test('nothing is left after close', async () => {
  const local = await startLocal(free);
  await local.close();
  await expect(fetch(local.url)).rejects.toThrow();
  await expect(fetch(local.inbox)).rejects.toThrow();
});

test('says which description is wrong, and starts nothing', async () => {
  const wrong = { shop: { ...applications.shop, url: 'localhost:3000' } };
  await expect(startLocal({ ...free, applications: wrong })).rejects.toThrow(
    /^Application "shop": "url": /,
  );
});

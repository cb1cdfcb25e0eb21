import { freePort, isFree } from '@dm-kit/processes';
import { occupyPort } from '@dm-kit/processes/test';
import { body, connectToLogto } from '@dm-kit/provision';
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

/** Has Logto send a test mail. */
async function sendMail(local: Awaited<ReturnType<typeof startLocal>>) {
  const api = connectToLogto(local.management);
  const [connector] = body(await api.GET('/api/connectors'));
  await api.POST('/api/connectors/{factoryId}/test', {
    params: { path: { factoryId: connector?.connectorId ?? '' } },
    body: { email: 'ada@mail.example.com', config: connector?.config as Record<string, never> },
  });
}

test('reset takes every mail, and every user of more than a hundred', async () => {
  await using local = await startLocal(free);
  await sendMail(local);
  expect(local.directMail.messages()).toHaveLength(1);
  const api = connectToLogto(local.management);
  for (let number = 0; number < 101; number += 1) {
    await api.POST('/api/users', { body: { primaryEmail: `user${number}@mail.example.com` } });
  }
  await local.reset();
  expect(local.directMail.messages()).toEqual([]);
  expect(body(await api.GET('/api/users'))).toEqual([]);
  // It is set up as at the start.
  await sendMail(local);
  expect(local.directMail.messages()).toHaveLength(1);
});

test('a port that is taken leaves nothing running', async () => {
  await using other = await occupyPort();
  const port = await freePort();
  const start = startLocal({ logto: { port: other.port }, directMail: { port } });
  await expect(start).rejects.toThrow();
  expect(await isFree(port)).toBe(true);
});

test('an application that Logto refuses leaves nothing running', async () => {
  const [logto, mail] = [await freePort(), await freePort()];
  const refused = { shop: { ...applications.shop, redirectUris: ['no address'] } };
  const ports = { logto: { port: logto }, directMail: { port: mail } };
  await expect(startLocal({ ...ports, applications: refused })).rejects.toThrow('Logto refused');
  expect([await isFree(logto), await isFree(mail)]).toEqual([true, true]);
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

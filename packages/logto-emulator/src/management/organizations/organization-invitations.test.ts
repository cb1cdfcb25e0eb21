import { expect, test, vi } from 'vitest';
import { connectorCode, createTestPackages } from '../../../test/support/connector-packages.ts';
import { createTestClient } from '../../../test/support/management-client.ts';

const invitee = 'ada@example.com';
const minute = 60_000;

/** An organization, a connector that notes its mails, and invitations of `invitee`. */
async function createClient() {
  await using packages = await createTestPackages();
  const code = connectorCode(
    'test',
    `if (globalThis.isDown) throw new Error('down');
     (globalThis.mails ??= []).push(data);`,
  );
  const client = await createTestClient([await packages.add({ code })]);
  const { call, clock } = client;
  await call('POST', '/connectors', { connectorId: 'test', config: { token: 't' } });
  const global = globalThis as unknown as { mails: { to: string }[]; isDown: boolean };
  global.mails = [];
  global.isDown = false;
  const { id: organizationId } = (await call('POST', '/organizations', { name: 'Team' })).body;
  const invite = (body: object = {}) =>
    call('POST', '/organization-invitations', {
      organizationId,
      invitee,
      expiresAt: clock.now().getTime() + 10 * minute,
      ...body,
    });
  const accept = async (id: string, acceptedUserId: string) =>
    call('PUT', `/organization-invitations/${id}/status`, { status: 'Accepted', acceptedUserId });
  const createUser = async (primaryEmail: string): Promise<string> =>
    (await call('POST', '/users', { primaryEmail })).body.id;
  const members = async () =>
    (await call('GET', `/organizations/${organizationId}/users`)).body.map(
      ({ primaryEmail }: { primaryEmail: string }) => primaryEmail,
    );
  const invitations = async () => (await call('GET', '/organization-invitations')).body;
  return { ...client, global, organizationId, invite, accept, createUser, members, invitations };
}

test('only whose address was invited becomes a member, whatever its case', async () => {
  const { invite, accept, createUser, members } = await createClient();
  const { id } = (await invite()).body;
  expect((await accept(id, await createUser('eve@example.com'))).status).toBe(422);
  expect(await members()).toEqual([]);
  expect((await accept(id, await createUser('Ada@Example.com'))).body.status).toBe('Accepted');
  expect(await members()).toEqual(['Ada@Example.com']);
});

test('an invitation ends when its time is over, and there may be another', async () => {
  const { invite, accept, createUser, members, clock, invitations } = await createClient();
  const first = (await invite()).body.id;
  expect((await invite()).body.code).toBe('entity.unique_integrity_violation');
  clock.advance(10 * minute - 1);
  expect((await invitations())[0].status).toBe('Pending');
  clock.advance(1);
  expect((await invitations())[0].status).toBe('Expired');
  expect((await accept(first, await createUser(invitee))).status).toBe(422);
  expect(await members()).toEqual([]);
  expect((await invite()).status).toBe(201);
});

test('what was revoked is not accepted any more', async () => {
  const { call, invite, accept, createUser, members } = await createClient();
  const { id } = (await invite()).body;
  await call('PUT', `/organization-invitations/${id}/status`, { status: 'Revoked' });
  expect((await accept(id, await createUser(invitee))).status).toBe(422);
  expect(await members()).toEqual([]);
});

test('an invitation whose mail cannot be sent is none', async () => {
  const { invite, invitations, global } = await createClient();
  global.isDown = true;
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const messagePayload = { link: 'https://example.com/join' };
  expect((await invite({ messagePayload })).status).toBe(500);
  expect(await invitations()).toEqual([]);
  log.mockRestore();
  global.isDown = false;
  expect((await invite({ messagePayload })).status).toBe(201);
  expect(global.mails).toMatchObject([
    { to: invitee, type: 'OrganizationInvitation', payload: messagePayload },
  ]);
});

test('an eleventh mail to one address within ten minutes is refused', async () => {
  const { call, invite, clock } = await createClient();
  const { id } = (await invite()).body;
  const send = async () =>
    (await call('POST', `/organization-invitations/${id}/message`, { link: 'x' })).status;
  for (let count = 0; count < 10; count += 1) {
    expect(await send()).toBe(204);
  }
  expect(await send()).toBe(429);
  clock.advance(600_000);
  expect(await send()).toBe(204);
});

test('memberships and invitations end with the user and with the organization', async () => {
  const { call, context, invite, accept, createUser, members, organizationId, invitations } =
    await createClient();
  const { store } = context;
  const ada = await createUser(invitee);
  const grace = await createUser('grace@example.com');
  await accept((await invite()).body.id, ada);
  await invite({ invitee: 'bob@example.com', inviterId: ada });
  await invite({ invitee: 'eve@example.com', inviterId: grace });
  await call('POST', `/organizations/${organizationId}/users`, { userIds: [grace] });
  await call('DELETE', `/users/${ada}`);
  expect(await members()).toEqual(['grace@example.com']);
  expect(await invitations()).toMatchObject([{ invitee: 'eve@example.com' }]);
  await call('DELETE', `/organizations/${organizationId}`);
  expect([store.organizationUsers.size, store.organizationInvitations.size]).toEqual([0, 0]);
});

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClock, type LogtoEmulator, startLogtoEmulator } from '@dm-kit/logto-emulator';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { emulatedAccount } from './environment.ts';
import { body, connectToLogto, type LogtoApi } from './logto.ts';
import { type ProvisionOptions, provision } from './provision.ts';
import { remove } from './remove.ts';

// What is set up is looked at through the Management API, not through what provision says of it.

function folderOf(name: string): string {
  return fileURLToPath(new URL(dirname(import.meta.resolve(`${name}/package.json`))));
}

let emulator: LogtoEmulator;
let options: ProvisionOptions;
let api: LogtoApi;
beforeAll(async () => {
  const main = fileURLToPath(import.meta.resolve('@logto/connector-aliyun-dm'));
  const official = dirname(dirname(main));
  const connectors = [folderOf('@dm-kit/connector-aliyun-dm'), official];
  emulator = await startLogtoEmulator({ port: 0, connectors });
});
afterAll(() => emulator.close());

beforeEach(async () => {
  await emulator.reset();
  const logto = { endpoint: emulator.url, ...emulator.m2m };
  api = connectToLogto(logto);
  options = {
    logto,
    directMail: emulatedAccount,
    applications: [
      {
        key: 'server',
        name: 'Server application',
        type: 'Traditional',
        redirectUris: ['http://localhost:3000/callback'],
        postLogoutRedirectUris: ['http://localhost:3000/'],
      },
    ],
  };
});

/** Everything that provision may change, as Logto has it. */
async function state() {
  return {
    connectors: body(await api.GET('/api/connectors')),
    applications: body(await api.GET('/api/applications')),
    roles: body(await api.GET('/api/roles')),
    resources: body(await api.GET('/api/resources')),
    templates: body(await api.GET('/api/email-templates')),
    experience: body(await api.GET('/api/sign-in-exp')),
  };
}

it('changes nothing in a dry run, whatever differs', async () => {
  await provision(options);
  const before = await state();
  await provision({
    ...options,
    dryRun: true,
    directMail: { ...emulatedAccount, endpoint: 'http://localhost:3011' },
    applications: options.applications.map((one) => ({ ...one, redirectUris: ['http://other/'] })),
  });
  await remove({ logto: options.logto, dryRun: true });
  expect(await state()).toEqual(before);
});

it('mends what it says that it mends', async () => {
  await provision(options);
  const redirectUris = ['http://localhost:3005/callback'];
  const endpoint = 'http://localhost:3011';
  await provision({
    ...options,
    directMail: { ...emulatedAccount, endpoint },
    applications: options.applications.map((one) => ({ ...one, redirectUris })),
  });
  const { connectors, applications } = await state();
  expect(connectors).toMatchObject([{ config: { endpoint } }]);
  const own = applications.find(({ name }) => name === 'Server application');
  expect(own?.oidcClientMetadata).toMatchObject({ redirectUris });
});

it('replaces another connector only when it is told to', async () => {
  const usages = ['SignIn', 'Register', 'ForgotPassword', 'Generic'];
  const config = {
    ...{ accessKeyId: 'a', accessKeySecret: 'b', accountName: 'c@mail.example.com' },
    templates: usages.map((usageType) => ({ usageType, subject: 'Code', content: '{{code}}' })),
  };
  await api.POST('/api/connectors', { body: { connectorId: 'aliyun-direct-mail', config } });
  await expect(provision(options)).rejects.toThrow(
    /"aliyun-direct-mail", and it can have only one: run again with --replace-connector/,
  );
  expect((await state()).connectors).toMatchObject([{ connectorId: 'aliyun-direct-mail' }]);
  const { changes } = await provision({ ...options, replaceConnector: true });
  expect(changes[0]).toMatchObject({ action: 'replace', detail: 'was aliyun-direct-mail' });
  expect((await state()).connectors).toMatchObject([{ connectorId: 'aliyun-dm-kit' }]);
});

it('takes a secret that is still good, and makes one where none is', async () => {
  const { registrations } = await provision(options);
  const { appId = '', appSecret } = registrations.server ?? {};
  const params = { path: { id: appId } };
  const secrets = body(await api.GET('/api/applications/{id}/secrets', { params }));
  expect(secrets.map(({ value }) => value)).toEqual([appSecret]);
  for (const { name } of secrets) {
    const path = { id: appId, name };
    await api.DELETE('/api/applications/{id}/secrets/{name}', { params: { path } });
  }
  const again = await provision(options);
  const now = body(await api.GET('/api/applications/{id}/secrets', { params }));
  expect(now.map(({ value }) => value)).toEqual([again.registrations.server?.appSecret]);
  expect(now).toHaveLength(1);
});

it('does not hand out a secret that has expired', async () => {
  const clock = createClock(new Date(Date.now() - 60_000));
  await using past = await startLogtoEmulator({
    port: 0,
    clock,
    connectors: [folderOf('@dm-kit/connector-aliyun-dm')],
  });
  const logto = { endpoint: past.url, ...past.m2m };
  const { registrations } = await provision({ ...options, logto });
  const { appId = '', appSecret } = registrations.server ?? {};
  const there = connectToLogto(logto);
  const params = { path: { id: appId } };
  const [first] = body(await there.GET('/api/applications/{id}/secrets', { params }));
  const path = { id: appId, name: first?.name ?? '' };
  await there.DELETE('/api/applications/{id}/secrets/{name}', { params: { path } });
  // Logto's clock is a minute behind ours, by which this one is over.
  const expiresAt = clock.now().getTime() + 30_000;
  await there.POST('/api/applications/{id}/secrets', { params, body: { name: 'old', expiresAt } });
  const again = await provision({ ...options, logto });
  const now = body(await there.GET('/api/applications/{id}/secrets', { params }));
  expect(now.map(({ name }) => name).sort()).toEqual(['old', 'provision']);
  const good = now.find(({ name }) => name === 'provision');
  expect(again.registrations.server?.appSecret).toBe(good?.value);
  expect(appSecret).not.toBe(good?.value);
});

it('takes away nothing of somebody else’s', async () => {
  await provision(options);
  const details = { subject: 'Mine', content: 'mine {{code}}' };
  const template = { languageTag: 'fr', templateType: 'SignIn' as const, details };
  await api.PUT('/api/email-templates', { body: { templates: [template] } });
  await api.POST('/api/applications', { body: { name: 'Mine', type: 'SPA' } });
  await api.POST('/api/roles', { body: { name: 'mine', description: 'mine' } });
  await remove({ logto: options.logto });
  const { templates, applications, roles } = await state();
  expect(templates).toMatchObject([{ languageTag: 'fr', details }]);
  expect(applications.map(({ name }) => name)).toEqual(['Mine']);
  expect(roles.map(({ name }) => name)).toContain('mine');
});

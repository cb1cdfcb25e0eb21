import { createManagementApi } from '@logto/api/management';
import { expect, test } from 'vitest';
import { startLogtoEmulator } from '../src/emulator.ts';
import { mailboxConnector } from './support/tenant.ts';

/** Logto's own typed client, for a client of this emulator. */
function connect(logto: { url: string }, clientId: string, clientSecret: string) {
  const { apiClient } = createManagementApi('default', {
    clientId,
    clientSecret,
    baseUrl: logto.url,
    apiIndicator: 'https://default.logto.app/api',
  });
  return apiClient;
}

async function requestToken(
  logto: { issuer: string },
  clientId: string,
  secret: string,
  resource: string,
) {
  const response = await fetch(`${logto.issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'read write' }),
  });
  return (await response.json()) as { access_token: string; scope?: string };
}

test('Logto’s typed client sets the emulator up', async () => {
  await using logto = await startLogtoEmulator({ port: 0, connectors: [mailboxConnector] });
  const api = connect(logto, logto.m2m.appId, logto.m2m.appSecret);

  const factories = await api.GET('/api/connector-factories');
  expect(factories.data?.map(({ id }) => id)).toEqual(['mailbox']);
  const connector = await api.POST('/api/connectors', {
    body: { connectorId: 'mailbox', config: { endpoint: 'http://localhost:9/' } },
  });
  expect(connector.data?.type).toBe('Email');
  const experience = await api.PATCH('/api/sign-in-exp', {
    body: {
      signUp: { identifiers: ['email'], password: false, verify: true },
      signIn: {
        methods: [
          {
            identifier: 'email',
            password: false,
            verificationCode: true,
            isPasswordPrimary: false,
          },
        ],
      },
    },
  });
  expect(experience.data?.signUp.identifiers).toEqual(['email']);
  const application = await api.POST('/api/applications', {
    body: { name: 'Next.js', type: 'Traditional' },
  });
  const id = application.data?.id ?? '';
  const secrets = await api.GET('/api/applications/{id}/secrets', { params: { path: { id } } });
  expect(secrets.data?.[0]?.value).toMatch(/^\w{32}$/);
});

test('an application with the Management API’s role manages, one without it does not', async () => {
  await using logto = await startLogtoEmulator({ port: 0 });
  const api = connect(logto, logto.m2m.appId, logto.m2m.appSecret);
  const { data } = await api.POST('/api/applications', {
    body: { name: 'Robot', type: 'MachineToMachine' },
  });
  const id = data?.id ?? '';
  const path = { params: { path: { id } } };
  const secret = (await api.GET('/api/applications/{id}/secrets', path)).data?.[0]?.value ?? '';

  const { access_token } = await requestToken(logto, id, secret, logto.m2m.resource);
  const authorization = `Bearer ${access_token}`;
  const refused = await fetch(`${logto.url}/api/applications`, { headers: { authorization } });
  expect(refused.status).toBe(403);
  await api.PATCH('/api/applications/{id}', { ...path, body: { isAdmin: true } });
  const managed = await connect(logto, id, secret).GET('/api/applications');
  expect(managed.data).toHaveLength(1);
});

test('a machine gets the scopes of its roles for an API resource, and no others', async () => {
  await using logto = await startLogtoEmulator({ port: 0 });
  const api = connect(logto, logto.m2m.appId, logto.m2m.appSecret);
  const indicator = 'https://books.example/api';
  const resource = await api.POST('/api/resources', { body: { name: 'Books', indicator } });
  const scopeIds: string[] = [];
  for (const name of ['read', 'write']) {
    const scope = await api.POST('/api/resources/{resourceId}/scopes', {
      params: { path: { resourceId: resource.data?.id ?? '' } },
      body: { name },
    });
    scopeIds.push(scope.data?.id ?? '');
  }
  const role = await api.POST('/api/roles', {
    body: {
      name: 'reader',
      description: 'Reads',
      type: 'MachineToMachine',
      scopeIds: scopeIds.slice(0, 1),
    },
  });
  const { data } = await api.POST('/api/applications', {
    body: { name: 'Robot', type: 'MachineToMachine' },
  });
  const id = data?.id ?? '';
  const secrets = await api.GET('/api/applications/{id}/secrets', { params: { path: { id } } });
  await api.POST('/api/applications/{applicationId}/roles', {
    params: { path: { applicationId: id } },
    body: { roleIds: [role.data?.id ?? ''] },
  });
  const token = await requestToken(logto, id, secrets.data?.[0]?.value ?? '', indicator);
  expect(token.scope).toBe('read');
  const [, payload = ''] = token.access_token.split('.');
  expect(JSON.parse(atob(payload))).toMatchObject({ aud: indicator, sub: id, scope: 'read' });
});

import type { Change } from './change.ts';
import { body, type LogtoApi } from './logto.ts';

/** The protected API of the samples, as Logto knows it. */
export const notesApi = {
  name: 'Notes API',
  indicator: 'https://notes.example.com/api',
  scope: { name: 'read:notes', description: 'Read notes' },
  /** Of every new user. */
  role: { name: 'note-reader', description: 'Reads notes' },
};

const resourceSubject = `API resource "${notesApi.name}"`;
const roleSubject = `Role "${notesApi.role.name}"`;
const pageSize = 100;

/** Makes the API resource, its scope, and a role that has it and that every new user gets. */
export async function ensureProtectedApi(api: LogtoApi, dryRun: boolean): Promise<Change[]> {
  const resource = await ensureResource(api, dryRun);
  return [resource.change, await ensureRole(api, resource.scopeId, dryRun)];
}

/** Takes them away again. */
export async function removeProtectedApi(api: LogtoApi, dryRun: boolean): Promise<Change[]> {
  const changes: Change[] = [];
  const role = await findRole(api);
  if (role) {
    changes.push({ subject: roleSubject, action: 'remove' });
    if (!dryRun) {
      await api.DELETE('/api/roles/{id}', { params: { path: { id: role.id } } });
    }
  }
  const resource = await findResource(api);
  if (resource) {
    changes.push({ subject: resourceSubject, action: 'remove' });
    if (!dryRun) {
      await api.DELETE('/api/resources/{id}', { params: { path: { id: resource.id } } });
    }
  }
  return changes;
}

async function ensureResource(
  api: LogtoApi,
  dryRun: boolean,
): Promise<{ change: Change; scopeId?: string | undefined }> {
  const { name, indicator, scope: wanted } = notesApi;
  const subject = resourceSubject;
  const found = await findResource(api);
  if (!found && dryRun) {
    return { change: { subject, action: 'create' } };
  }
  const resource = found ?? body(await api.POST('/api/resources', { body: { name, indicator } }));
  const params = { path: { resourceId: resource.id } };
  const scopes = body(await api.GET('/api/resources/{resourceId}/scopes', { params }));
  const scope = scopes.find((one) => one.name === wanted.name);
  if (scope || dryRun) {
    const action = scope ? 'none' : 'update';
    return { change: { subject, action }, scopeId: scope?.id };
  }
  const created = body(
    await api.POST('/api/resources/{resourceId}/scopes', { params, body: wanted }),
  );
  return { change: { subject, action: found ? 'update' : 'create' }, scopeId: created.id };
}

async function ensureRole(
  api: LogtoApi,
  scopeId: string | undefined,
  dryRun: boolean,
): Promise<Change> {
  const subject = roleSubject;
  const detail = 'every new user has it';
  const found = await findRole(api);
  if (!found) {
    if (scopeId && !dryRun) {
      const scopeIds = [scopeId];
      await api.POST('/api/roles', {
        body: { ...notesApi.role, type: 'User', isDefault: true, scopeIds },
      });
    }
    return { subject, action: 'create', detail };
  }
  const params = { path: { id: found.id } };
  const held = body(await api.GET('/api/roles/{id}/scopes', { params }));
  const lacksScope = !held.some(({ id }) => id === scopeId);
  if (found.isDefault && !lacksScope) {
    return { subject, action: 'none' };
  }
  if (!dryRun) {
    if (lacksScope && scopeId) {
      await api.POST('/api/roles/{id}/scopes', { params, body: { scopeIds: [scopeId] } });
    }
    await api.PATCH('/api/roles/{id}', { params, body: { isDefault: true } });
  }
  return { subject, action: 'update', detail };
}

async function findResource(api: LogtoApi) {
  for (let page = 1; ; page += 1) {
    const params = { query: { page, page_size: pageSize } };
    const found = body(await api.GET('/api/resources', { params }));
    const own = found.find(({ indicator }) => indicator === notesApi.indicator);
    if (own || found.length < pageSize) {
      return own;
    }
  }
}

async function findRole(api: LogtoApi) {
  for (let page = 1; ; page += 1) {
    const params = { query: { page, page_size: pageSize } };
    const found = body(await api.GET('/api/roles', { params }));
    const own = found.find(({ name }) => name === notesApi.role.name);
    if (own || found.length < pageSize) {
      return own;
    }
  }
}

import { Hono } from 'hono';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { checkInput, readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import { internalAdminRole, tenantId } from '../../store/seed.ts';
import type { Application } from '../../store/types.ts';
import { columns, findEntity } from '../common/entity.ts';
import { jsonObjectGuard } from '../common/guards.ts';
import { answerPage } from '../common/pagination.ts';
import { queryOf } from '../common/query.ts';
import { searchFilter } from '../common/search.ts';
import {
  applicationCreateGuard,
  applicationListGuard,
  applicationPatchGuard,
} from './application-guards.ts';
import { applicationResponse, hasSecrets, newSecret } from './application-secrets.ts';

/** `/applications`: the clients of OpenID Connect. */
export function applicationRoutes(context: Context): Hono {
  const { store, random, clock } = context;
  const find = (id: string) => findEntity(store.applications, 'applications', id);

  return new Hono()
    .get('/applications', (c) => {
      const query = checkInput('query', applicationListGuard, queryOf(c));
      if (query.excludeRoleId && query.excludeOrganizationId) {
        throw new RequestError({
          code: 'request.invalid_input',
          details:
            'Parameter `excludeRoleId` and `excludeOrganizationId` cannot be used at the same time.',
        });
      }
      const found = searchFilter<Application>(new URL(c.req.url).searchParams, [
        'id',
        'name',
        'description',
      ]);
      const list = store.applications
        .list(
          (application) =>
            (!query.types || query.types.includes(application.type)) &&
            (!query.isThirdParty || String(application.isThirdParty) === query.isThirdParty) &&
            !store.applicationRoles.get(`${application.id}/${query.excludeRoleId}`) &&
            found(application),
        )
        .reverse();
      return answerPage(c, list, { optional: true, map: applicationResponse });
    })
    .post('/applications', async (c) => {
      const body = await readBody(c, applicationCreateGuard);
      assertCreatable(body);
      const application = store.applications.put({
        tenantId,
        id: random.id(),
        name: body.name,
        secret: `#internal:${random.secret()}`,
        description: body.description || null,
        type: body.type,
        oidcClientMetadata: {
          redirectUris: [],
          postLogoutRedirectUris: [],
          ...body.oidcClientMetadata,
        },
        customClientMetadata: body.customClientMetadata ?? {},
        protectedAppMetadata: null,
        customData: body.customData ?? {},
        isThirdParty: body.isThirdParty ?? false,
        appLevelAccessControlEnabled: false,
        createdAt: clock.now().getTime(),
      });
      if (hasSecrets(application.type)) {
        store.applicationSecrets.put(newSecret(context, application.id, 'Default secret', null));
      }
      return c.json(applicationResponse(application));
    })
    .get('/applications/:id', (c) => {
      const application = find(c.req.param('id'));
      return c.json({
        ...applicationResponse(application),
        isAdmin: isAdmin(context, application.id),
      });
    })
    .patch('/applications/:id', async (c) => {
      const body = await readBody(c, applicationPatchGuard);
      const application = find(c.req.param('id'));
      assertPatchable(application, body);
      const { isAdmin, protectedAppMetadata: _, ...rest } = body;
      if (isAdmin !== undefined) {
        setAdmin(context, application.id, isAdmin);
      }
      const changed = { ...application, ...columns(rest) };
      return c.json(applicationResponse(store.applications.put(changed)));
    })
    .patch('/applications/:id/custom-data', async (c) => {
      const body = await readBody(c, jsonObjectGuard);
      const id = c.req.param('id');
      const customData = { ...store.applications.get(id)?.customData, ...body };
      if (!store.applications.update(id, { customData })) {
        throw new RequestError({ code: 'entity.not_exists', status: 404, name: 'application' });
      }
      return c.json(customData);
    })
    .delete('/applications/:id', (c) => {
      const { id, type } = find(c.req.param('id'));
      if (type === 'SAML') {
        throw new RequestError('application.saml.use_saml_app_api');
      }
      store.applications.delete(id);
      for (const secret of store.applicationSecrets.list((one) => one.applicationId === id)) {
        store.applicationSecrets.delete(`${id}/${secret.name}`);
      }
      for (const { roleId } of store.applicationRoles.list((one) => one.applicationId === id)) {
        store.applicationRoles.delete(`${id}/${roleId}`);
      }
      return c.body(null, 204);
    });
}

type CreateBody = z.output<typeof applicationCreateGuard>;
type PatchBody = z.output<typeof applicationPatchGuard>;

function assertCreatable({
  type,
  isThirdParty,
  customClientMetadata,
  protectedAppMetadata,
}: CreateBody) {
  if (type === 'SAML') {
    throw new RequestError('application.saml.use_saml_app_api');
  }
  if (type !== 'Native' && customClientMetadata?.isDeviceFlow) {
    throw new RequestError({ code: 'application.device_flow_native_only', status: 422 });
  }
  if (type === 'Protected') {
    if (!protectedAppMetadata) {
      throw new RequestError('application.protected_app_metadata_is_required');
    }
    throw new RequestError({ code: 'application.protected_app_not_configured', status: 501 });
  }
  if (isThirdParty) {
    if (!['Traditional', 'SPA', 'Native'].includes(type)) {
      throw new RequestError('application.invalid_third_party_application_type');
    }
    assertNoTokenExchange(isThirdParty, customClientMetadata?.allowTokenExchange);
  }
}

function assertPatchable(
  application: Application,
  { appLevelAccessControlEnabled, customClientMetadata, protectedAppMetadata }: PatchBody,
) {
  if (application.type === 'SAML') {
    throw new RequestError('application.saml.use_saml_app_api');
  }
  if (appLevelAccessControlEnabled) {
    // The rules themselves have no route here, so there are never any.
    throw new RequestError({
      code: 'request.invalid_input',
      status: 422,
      details:
        'Application access control must include at least one rule before it can be enabled.',
    });
  }
  assertNoTokenExchange(application.isThirdParty, customClientMetadata?.allowTokenExchange);
  if (
    customClientMetadata &&
    Boolean(customClientMetadata.isDeviceFlow) !==
      Boolean(application.customClientMetadata.isDeviceFlow)
  ) {
    throw new RequestError({ code: 'application.device_flow_not_changeable', status: 422 });
  }
  if (protectedAppMetadata && application.type !== 'Protected') {
    throw new RequestError('application.protected_application_only');
  }
}

function assertNoTokenExchange(isThirdParty: boolean, allowTokenExchange?: boolean) {
  if (!isThirdParty || !allowTokenExchange) {
    return;
  }
  throw new RequestError({
    code: 'application.third_party_application_cannot_enable_token_exchange',
    status: 422,
  });
}

function isAdmin({ store }: Context, applicationId: string): boolean {
  return Boolean(store.applicationRoles.get(`${applicationId}/${internalAdminRole}`));
}

function setAdmin({ store }: Context, applicationId: string, admin: boolean): void {
  if (admin) {
    store.applicationRoles.put({ applicationId, roleId: internalAdminRole });
  } else {
    store.applicationRoles.delete(`${applicationId}/${internalAdminRole}`);
  }
}

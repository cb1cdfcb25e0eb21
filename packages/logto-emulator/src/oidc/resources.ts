import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { hour } from '../clock.ts';
import type { Context } from '../context.ts';
import { managementApi } from '../store/seed.ts';

/** Applications name it that want tokens for organizations later, such as those made with Logto's libraries. */
const organizations = 'urn:logto:resource:organizations';

const jwt = { sign: { alg: 'ES384' } };

/**
 * The tenant's default API resource. Without one, a machine-to-machine client has to name a resource.
 *
 * @throws InvalidTarget
 */
export function defaultResource({ store }: Context, { oidc }: KoaContextWithOIDC): string {
  refuseOrganization(oidc);
  const resource = store.resources.find(({ isDefault }) => isDefault);
  if (!resource && oidc.params?.grant_type === 'client_credentials') {
    throw new errors.InvalidTarget('both `resource` and `organization_id` are not provided');
  }
  // The type does not tell, but `undefined` is what the library's own default answers.
  return resource?.indicator as string;
}

/** No application belongs to an organization. */
function refuseOrganization({ params, body }: KoaContextWithOIDC['oidc']): void {
  if (params?.grant_type === 'client_credentials' && body?.organization_id) {
    const error = new errors.AccessDenied('app has not associated with the organization');
    throw Object.assign(error, { status: 403, statusCode: 403 });
  }
}

/**
 * An API resource as `oidc-provider` wants it: its tokens are JWTs, with the scopes that the roles of the
 * user, or without one of the application, bring. The client for the Management API has all of that
 * API's.
 *
 * @throws InvalidTarget when there is no such resource
 */
export function findResourceServer(
  { store, m2m }: Context,
  { oidc }: KoaContextWithOIDC,
  indicator: string,
) {
  refuseOrganization(oidc);
  if (indicator === organizations) {
    return { scope: '', accessTokenFormat: 'jwt', accessTokenTTL: hour, jwt };
  }
  const resource = store.resources.find((candidate) => candidate.indicator === indicator);
  if (!resource) {
    throw new errors.InvalidTarget();
  }
  const userId = oidc.session?.accountId ?? oidc.entities.Account?.accountId;
  const clientId = oidc.client?.clientId;
  const roles = userId
    ? store.userRoles.list((entry) => entry.userId === userId)
    : store.applicationRoles.list((entry) => entry.applicationId === clientId);
  const roleIds = new Set(roles.map(({ roleId }) => roleId));
  const scopeIds = new Set(
    store.roleScopes.list(({ roleId }) => roleIds.has(roleId)).map(({ scopeId }) => scopeId),
  );
  const hasAll = clientId === m2m.appId && indicator === managementApi;
  const scopes = store.scopes.list(
    ({ id, resourceId }) => resourceId === resource.id && (hasAll || scopeIds.has(id)),
  );
  return {
    scope: scopes.map(({ name }) => name).join(' '),
    accessTokenFormat: 'jwt',
    accessTokenTTL: resource.accessTokenTtl,
    jwt,
  };
}

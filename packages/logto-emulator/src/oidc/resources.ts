import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { Context } from '../context.ts';
import { managementApi } from '../store/seed.ts';

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
    jwt: { sign: { alg: 'ES384' } },
  };
}

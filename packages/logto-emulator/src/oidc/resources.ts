import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { Context } from '../context.ts';
import { managementApi } from '../store/seed.ts';

/**
 * An API resource as `oidc-provider` wants it: its tokens are JWTs, with the scopes that the subject may
 * have. Logto gives scopes through roles, which the emulator does not have; the client for the
 * Management API has that API's.
 *
 * @throws InvalidTarget when there is no such resource
 */
export function findResourceServer(
  { store, m2m }: Context,
  { oidc }: KoaContextWithOIDC,
  indicator: string,
) {
  const resource = store.resources.find((candidate) => candidate.indicator === indicator);
  if (!resource) throw new errors.InvalidTarget();
  const hasAll = oidc.client?.clientId === m2m.appId && indicator === managementApi;
  const scopes = store.scopes.list(({ resourceId }) => hasAll && resourceId === resource.id);
  return {
    scope: scopes.map(({ name }) => name).join(' '),
    accessTokenFormat: 'jwt',
    accessTokenTTL: resource.accessTokenTtl,
    jwt: { sign: { alg: 'ES384' } },
  };
}

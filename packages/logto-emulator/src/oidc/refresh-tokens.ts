import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import { day } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Store } from '../store/store.ts';
import epochTime from './epoch-time.ts';
import { notSupported } from './unsupported.ts';

type RefreshToken = InstanceType<Provider['RefreshToken']>;
type Client = InstanceType<Provider['Client']>;

/** When a refresh token takes the place of another, and how long it lives, as in Logto. */
export function refreshTokenRules({ store }: Context) {
  /** When the token ends that is being rotated, in seconds since 1970, by its grant. */
  const ends = new Map<string, number>();
  return {
    /** Asked last of all before a token is used up; just after it, the new one is made. */
    rotate({ oidc }: KoaContextWithOIDC): boolean {
      const { RefreshToken: token, Client: client } = oidc.entities;
      const organizationId = oidc.body?.organization_id;
      if (organizationId) {
        refuseOrganization(store, String(organizationId), token?.accountId);
      }
      if (!token?.grantId || !token.exp || !client || !isRotated(token, client)) {
        return false;
      }
      ends.set(token.grantId, token.exp);
      return true;
    },

    /** Seconds that a new token lives. */
    ttl(_ctx: unknown, { grantId = '', rotations = 0 }: RefreshToken, client: Client): number {
      const end = ends.get(grantId);
      ends.delete(grantId);
      const isPublic = client.applicationType === 'web' && client.clientAuthMethod === 'none';
      if (isPublic && rotations > 0 && end !== undefined) {
        return end - epochTime();
      }
      const { refreshTokenTtlInDays, refreshTokenTtl: seconds } = client.metadata();
      if (refreshTokenTtlInDays !== undefined) {
        return Number(refreshTokenTtlInDays) * day;
      }
      return Number(seconds ?? 14 * day);
    },
  };
}

function isRotated(token: RefreshToken, client: Client): boolean {
  if (client.metadata().rotateRefreshToken === false) {
    return false;
  }
  // After a year of rotation, a token lives on to its end.
  if (token.totalLifetime() >= 365.25 * day) {
    return false;
  }
  return client.clientAuthMethod === 'none' || token.ttlPercentagePassed() >= 70;
}

/** Logto gives members a token for their organization; the emulator has none to give. */
function refuseOrganization(store: Store, organizationId: string, userId?: string): never {
  if (store.organizationUsers.get(`${organizationId}/${userId}`)) {
    throw notSupported('tokens for organizations');
  }
  const error = new errors.AccessDenied('user is not a member of the organization');
  throw Object.assign(error, { status: 403, statusCode: 403 });
}

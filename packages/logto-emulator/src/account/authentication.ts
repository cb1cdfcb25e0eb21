import type { Context } from '../context.ts';
import { bearerToken } from '../http/bearer-token.ts';
import { RequestError } from '../http/request-error.ts';
import type { User } from '../store/types.ts';
import { provesUser } from './verifications.ts';

/** Who calls: the user, through an application. */
export interface Caller {
  user: User;
  clientId: string | undefined;
  scopes: ReadonlySet<string>;
  /** Whether the request names a fresh proof that it is really the user. */
  identityVerified: boolean;
}

/**
 * Finds the user whom an opaque access token belongs to. One for an API resource is a JWT, and is not
 * for this.
 *
 * @param header of the request, by name: `authorization`, and `logto-verification-id` with a proof
 * @throws RequestError `auth.unauthorized` (401), `auth.forbidden` (403) without the scope `openid`
 */
export function authenticateUser(
  context: Context,
  header: (name: string) => string | undefined,
): Caller {
  const { clock, models, store } = context;
  const token = models.find('AccessToken', bearerToken(header('authorization')));
  const isAlive = token?.exp !== undefined && token.exp * 1000 > clock.now().getTime();
  const user = isAlive && token.accountId ? store.users.get(token.accountId) : undefined;
  if (!token || !user) {
    throw new RequestError({ code: 'auth.unauthorized', status: 401 });
  }
  const scopes = new Set((token.scope ?? '').split(' '));
  if (!scopes.has('openid')) {
    throw new RequestError({ code: 'auth.forbidden', status: 403 });
  }
  return {
    user,
    clientId: token.clientId,
    scopes,
    identityVerified: provesUser(context, header('logto-verification-id'), user.id),
  };
}

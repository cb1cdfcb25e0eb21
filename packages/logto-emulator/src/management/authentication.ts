import { createLocalJWKSet, jwtVerify } from 'jose';
import type { Context } from '../context.ts';
import { bearerToken } from '../http/bearer-token.ts';
import { RequestError } from '../http/request-error.ts';

/**
 * Checks the access token of a Management API call: signed by this emulator, for the Management API's
 * resource, not expired, with the scope `all`.
 *
 * @param authorization the header
 * @throws RequestError `auth.*`, 401 (403 without the scope)
 */
export async function authenticate(
  { m2m, issuer, signingKey, clock }: Context,
  authorization: string | undefined,
): Promise<void> {
  const { d: _private, ...publicKey } = signingKey;
  const token = bearerToken(authorization);
  const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [publicKey] }), {
    issuer,
    audience: m2m.resource,
    currentDate: clock.now(),
  }).catch((error: unknown) => {
    throw new RequestError({ code: 'auth.unauthorized', status: 401 }, error);
  });
  if (!payload.sub) {
    throw new RequestError({ code: 'auth.jwt_sub_missing', status: 401 });
  }
  const scopes = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
  if (!scopes.includes('all')) {
    throw new RequestError({ code: 'auth.forbidden', status: 403 });
  }
}

import { createLocalJWKSet, jwtVerify } from 'jose';
import type { Context } from '../context.ts';
import { RequestError } from '../http/request-error.ts';

const scheme = 'Bearer';

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

function bearerToken(authorization: string | undefined): string {
  if (!authorization) {
    throw new RequestError({ code: 'auth.authorization_header_missing', status: 401 });
  }
  if (!authorization.startsWith(scheme)) {
    throw new RequestError(
      { code: 'auth.authorization_token_type_not_supported', status: 401 },
      { supportedTypes: [scheme] },
    );
  }
  return authorization.slice(scheme.length + 1);
}

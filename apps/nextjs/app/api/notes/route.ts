// #region hardening: protected-api
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { oncePerProcess } from '@/hardening/once-per-process';

/** An API of its own, as far as this application is concerned: it takes an access token and no cookie. */
export async function GET(request: Request): Promise<Response> {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!token) {
    return refuse(401);
  }
  try {
    const { payload } = await jwtVerify(token, keys(), {
      issuer: process.env.AUTH_LOGTO_ISSUER,
      audience: process.env.NOTES_API_RESOURCE,
      algorithms: ['ES384'],
      // An ID token is signed with the same key, and is no access token (RFC 9068).
      typ: 'at+jwt',
      requiredClaims: ['exp'],
    });
    const isAllowed = String(payload.scope).split(' ').includes('read:notes');
    return isAllowed ? Response.json(notes) : refuse(403, 'insufficient_scope');
  } catch (error) {
    // Logto, which has the keys, may be away.
    return error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)
      ? refuse(401, 'invalid_token')
      : refuse(503);
  }
}

const notes = ['Buy milk', 'Return “The Trial” to the library', 'Call Ada about Thursday'];

/** Logto's public keys, fetched when the first token comes and again when Logto has new ones. */
function keys(): JWTVerifyGetKey {
  const url = `${process.env.AUTH_LOGTO_ISSUER}/jwks`;
  return oncePerProcess(url, () => createRemoteJWKSet(new URL(url)));
}

/** RFC 6750, section 3. */
function refuse(status: number, error?: string): Response {
  const headers = { 'www-authenticate': error ? `Bearer error="${error}"` : 'Bearer' };
  return new Response(null, { status, headers });
}
// #endregion

import { decodeJwt } from 'jose';
import type { JwtCallback } from '@/hardening/jwt-callback';

/** Ends a session that Logto renewed for somebody else (OpenID Connect Core 1.0, section 12.2). */
export function keepUser(jwt: JwtCallback): JwtCallback {
  return async (params) => {
    const next = await jwt(params);
    const isOther =
      next && !params.account && subject(next.idToken) !== subject(params.token.idToken);
    return isOther ? null : next;
  };
}

function subject(idToken: string): string | undefined {
  return decodeJwt(idToken).sub;
}

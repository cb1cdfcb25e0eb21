import type {} from 'next-auth/jwt';
import type { JwtCallback } from '@/hardening/jwt-callback';

declare module 'next-auth/jwt' {
  interface JWT {
    /** From here on the tokens are renewed, in seconds since 1970. */
    renewAt?: number;
  }
}

/**
 * Renews tokens at half their life: none expires while a page is being made, and Logto may be away as long
 * as the other half.
 * @see https://github.com/nextauthjs/next-auth/issues/2017
 */
export function renewEarly(jwt: JwtCallback): JwtCallback {
  return async (params) => {
    const { token } = params;
    const isDue = token.renewAt !== undefined && Date.now() >= token.renewAt * 1000;
    const next = await jwt(isDue ? { ...params, token: { ...token, expiresAt: 0 } } : params);
    if (!next || next.accessToken === token.accessToken) {
      return next;
    }
    const now = Date.now() / 1000;
    return { ...next, renewAt: now + (next.expiresAt - now) / 2 };
  };
}

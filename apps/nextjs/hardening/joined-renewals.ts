import { decodeJwt } from 'jose';
import type { JWT } from 'next-auth/jwt';
import type { JwtCallback } from '@/hardening/jwt-callback';
import { oncePerProcess } from '@/hardening/once-per-process';

/** How long an answer is kept for requests that still carry the session before it, in milliseconds. */
const keptFor = 5 * 60_000;

type Renewal = Promise<JWT | null>;

/** By the access token that is to be renewed. */
const renewals = oncePerProcess('renewals', () => new Map<string, Renewal>());

/**
 * Renews a session once, however many requests and tabs ask: a refresh token that comes back a second time
 * makes Logto end the session.
 *
 * The answer is kept for a while. A browser that leaves a page before the response has arrived never sees
 * its cookie, and asks again with the one it has.
 * @see https://github.com/nextauthjs/next-auth/issues/7558
 */
export function renewOnce(jwt: JwtCallback): JwtCallback {
  return async function renew(params): Renewal {
    const { account, token } = params;
    if (account || !isExpired(token)) {
      return jwt(params);
    }
    const known = renewals.get(token.accessToken);
    if (!known) {
      return remember(token.accessToken, renewFor(token, jwt(params)));
    }
    // A session that missed several renewals is led to the newest one.
    const renewed = await known;
    return renewed && isExpired(renewed) ? renew({ ...params, token: renewed }) : renewed;
  };
}

/** Nothing when Logto renewed for somebody else (OpenID Connect Core 1.0, section 12.2). */
async function renewFor({ idToken }: JWT, answer: ReturnType<JwtCallback>): Renewal {
  const renewed = await answer;
  const isSame = renewed && decodeJwt(renewed.idToken).sub === decodeJwt(idToken).sub;
  return isSame ? renewed : null;
}

function isExpired({ expiresAt }: JWT): boolean {
  return Date.now() >= expiresAt * 1000;
}

function remember(accessToken: string, renewal: Renewal): Renewal {
  renewals.set(accessToken, renewal);
  const forget = () => renewals.delete(accessToken);
  renewal.then(() => setTimeout(forget, keptFor).unref(), forget);
  return renewal;
}

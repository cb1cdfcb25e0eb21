import { decode, encode, type JWT } from 'next-auth/jwt';
import type { TokenAnswer } from './logto-double';

export const secret = 'a secret for tests only, long enough';

const name = 'authjs.session-token';

/** The session of somebody who signed in with these tokens just now. */
export function tokenFrom(answer: TokenAnswer, changes: Partial<JWT> = {}): JWT {
  return {
    email: 'ada@example.com',
    idToken: answer.id_token,
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: Math.floor(Date.now() / 1000) + answer.expires_in,
    ...changes,
  };
}

/** The `Cookie` header of somebody with this session. */
export async function cookieOf(token: JWT): Promise<string> {
  return `${name}=${await encode({ token, secret, salt: name })}`;
}

/** The session in a `Cookie` header. */
export async function sessionIn(cookie: string): Promise<JWT | null> {
  const parts = cookie
    .split('; ')
    .map((part) => part.split('='))
    .filter(([key = '', value]) => key.startsWith(name) && value)
    .map(([, value]) => value);
  return parts.length > 0 ? decode({ token: parts.join(''), secret, salt: name }) : null;
}

/** The session that a response puts into the browser. */
export function sessionSetBy(response: Response): Promise<JWT | null> {
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return sessionIn(cookies.join('; '));
}

/** Tokens that are due for a renewal, with an access token that still works. */
export const stale = { renewAt: 0 };

/** Tokens whose access token has expired. */
export const expired = { renewAt: 0, expiresAt: 0 };

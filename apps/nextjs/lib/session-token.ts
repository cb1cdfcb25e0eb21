import { getToken, type JWT } from 'next-auth/jwt';
import { setting } from '@/lib/settings';
import type { Tokens } from '@/lib/tokens';

function isSecure() {
  return setting('AUTH_URL').startsWith('https:');
}

/**
 * The session with its tokens, out of the encrypted cookie, for code on the server.
 * `auth()` gives only what client components may see as well.
 */
export async function sessionToken(headers: Headers): Promise<(JWT & { tokens: Tokens }) | null> {
  const token = await getToken({
    req: { headers },
    secret: setting('AUTH_SECRET'),
    secureCookie: isSecure(),
  });
  return token?.tokens ? { ...token, tokens: token.tokens } : null;
}

/** Whether a cookie carries the session, or a part of one that is too large for one cookie. */
export function isSessionCookie(name: string): boolean {
  const cookie = `${isSecure() ? '__Secure-' : ''}authjs.session-token`;
  return name === cookie || name.startsWith(`${cookie}.`);
}

import { encode } from 'next-auth/jwt';
import { type TokenAnswer, type Tokens, tokensFrom } from '@/lib/tokens';

const name = 'authjs.session-token';

/** The `Cookie` header of somebody who is signed in with these tokens. */
export async function sessionCookie(answer: TokenAnswer, overrides: Partial<Tokens> = {}) {
  const tokens = { ...tokensFrom(answer), ...overrides };
  const token = { sub: 'user-1', email: 'ada@example.com', tokens };
  const value = await encode({ token, secret: 'a secret for tests only', salt: name });
  return `${name}=${value}`;
}

/** Tokens that are due for a refresh, with an access token that still works. */
export const stale = { refreshAfter: 0 };

/** Tokens whose access token has expired. */
export const expired = { refreshAfter: 0, expiresAt: 0 };

import type { NextAuthConfig } from 'next-auth';
import type {} from 'next-auth/jwt';
import { SessionEnded } from '@/lib/refresh';
import { renew } from '@/lib/renewals';
import { isStale, type Tokens, tokensFrom } from '@/lib/tokens';

declare module 'next-auth/jwt' {
  interface JWT {
    /** Set at sign-in. */
    tokens?: Tokens;
  }
}

/** What Auth.js puts into the session cookie, and what it shows of it. */
export function callbacks({ canSetCookies }: { canSetCookies: boolean }) {
  return {
    async jwt({ token, account }) {
      if (account) {
        return { ...token, sub: account.providerAccountId, tokens: tokensFrom(account) };
      }
      if (!token.tokens) {
        return null;
      }
      if (!canSetCookies || !isStale(token.tokens)) {
        return token;
      }
      try {
        return { ...token, tokens: await renew(token.tokens) };
      } catch (error) {
        if (error instanceof SessionEnded) {
          return null;
        }
        // Logto is away. The session outlives that; the access token may be used until it expires.
        return token;
      }
    },

    // What client components may see: no token of Logto is in it.
    session({ session, token }) {
      return { user: { id: token.sub, email: token.email }, expires: session.expires };
    },
  } satisfies NextAuthConfig['callbacks'];
}

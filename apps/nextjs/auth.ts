import NextAuth, { type Account, type NextAuthConfig } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import Logto from 'next-auth/providers/logto';
// #region hardening: wiring
import { harden } from '@/hardening/wiring';

// #endregion

// #region types
declare module 'next-auth' {
  interface Session {
    idToken: string;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    idToken: string;
    accessToken: string;
    refreshToken: string;
    expiresAt: number; // of the access token, in seconds since 1970
  }
}
// #endregion

// #region config
const config = {
  providers: [
    Logto({
      // Logto gives a refresh token for `offline_access` only together with `prompt=consent`.
      authorization: {
        params: { scope: 'openid offline_access profile email', prompt: 'consent' },
      },
    }),
  ],
  pages: { signIn: '/sign-in' },
  callbacks: {
    authorized({ auth, request }) {
      return Boolean(auth) || !request.nextUrl.pathname.startsWith('/profile');
    },
    async jwt({ token, account }): Promise<JWT | null> {
      if (account) {
        return withTokens(token, account);
      }
      return Date.now() < token.expiresAt * 1000 ? token : refresh(token);
    },
    session: ({ session, token }) => ({ ...session, idToken: token.idToken }),
  },
} satisfies NextAuthConfig;

const nextAuth = NextAuth(config);
// #region hardening: wiring
harden(config, nextAuth);
// #endregion
export const { handlers, signIn, signOut, auth } = nextAuth;
// #endregion

// #region refresh
/** Trades the refresh token for new tokens. Auth.js ends a session whose `jwt` callback throws. */
async function refresh(token: JWT): Promise<JWT> {
  const { AUTH_LOGTO_ISSUER, AUTH_LOGTO_ID, AUTH_LOGTO_SECRET } = process.env;
  const response = await fetch(`${AUTH_LOGTO_ISSUER}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${AUTH_LOGTO_ID}:${AUTH_LOGTO_SECRET}`)}` },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token.refreshToken }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) {
    throw new Error('Logto did not renew the session', { cause: await response.text() });
  }
  return withTokens(token, await response.json());
}

function withTokens(token: JWT, answer: Partial<Account>): JWT {
  return {
    ...token,
    idToken: answer.id_token ?? token.idToken,
    accessToken: answer.access_token ?? token.accessToken,
    refreshToken: answer.refresh_token ?? token.refreshToken,
    expiresAt: Math.floor(Date.now() / 1000) + (answer.expires_in ?? 3600),
  };
}
// #endregion

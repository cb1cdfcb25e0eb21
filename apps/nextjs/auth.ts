import NextAuth from 'next-auth';
import Logto from 'next-auth/providers/logto';
import { callbacks } from '@/lib/callbacks';
import { revokeTokens } from '@/lib/revoke';

// A function of the request, so that the callbacks know whether a refreshed session can be kept:
// server components are given no request, and cannot set a cookie.
export const { handlers, signIn, signOut, auth } = NextAuth((request) => ({
  providers: [
    Logto({
      // Logto gives a refresh token for `offline_access` only together with `prompt=consent`.
      authorization: {
        params: { scope: 'openid offline_access profile email', prompt: 'consent' },
      },
    }),
  ],
  pages: { signIn: '/sign-in', error: '/error' },
  callbacks: callbacks({ canSetCookies: request !== undefined }),
  events: { signOut: revokeTokens },
}));

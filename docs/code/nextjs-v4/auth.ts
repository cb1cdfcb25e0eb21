import type { NextAuthOptions } from 'next-auth';

export const authOptions: NextAuthOptions = {
  providers: [
    {
      id: 'logto',
      name: 'Logto',
      type: 'oauth',
      wellKnown: `${process.env.LOGTO_ISSUER}/.well-known/openid-configuration`,
      // Logto gives a refresh token for `offline_access` only together with `prompt=consent`.
      authorization: {
        params: { scope: 'openid offline_access profile email', prompt: 'consent' },
      },
      clientId: process.env.LOGTO_ID,
      clientSecret: process.env.LOGTO_SECRET,
      // Logto signs ID tokens with ES384, where Next Auth expects RS256.
      client: { id_token_signed_response_alg: 'ES384' },
      idToken: true,
      checks: ['pkce', 'state'],
      profile({ sub, name, username, email, picture }) {
        return { id: sub, name: name ?? username, email, image: picture };
      },
    },
  ],
  callbacks: {
    // Sign-out at Logto needs the ID token. It stays in the sealed cookie; the browser is not shown it.
    jwt({ token, account }) {
      return account ? { ...token, idToken: account.id_token } : token;
    },
  },
};

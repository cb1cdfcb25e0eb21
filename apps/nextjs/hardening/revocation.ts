import type { NextAuthConfig } from 'next-auth';
import * as oauth from 'oauth4webapi';
import { logto } from '@/hardening/logto';

type SignOut = NonNullable<NonNullable<NextAuthConfig['events']>['signOut']>;

/**
 * Makes the refresh token of a session that was signed out worthless: Logto keeps one that was given for
 * `offline_access` beyond its own session.
 * @see https://github.com/logto-io/logto/issues/6670
 */
export const revokeTokens: SignOut = async (message) => {
  const refreshToken = 'token' in message ? message.token?.refreshToken : undefined;
  if (!refreshToken) {
    return;
  }
  const { server, client, authentication, options } = logto();
  const response = await oauth.revocationRequest(
    server,
    client,
    authentication,
    refreshToken,
    options,
  );
  await oauth.processRevocationResponse(response);
};

import type { JWT } from 'next-auth/jwt';
import * as oauth from 'oauth4webapi';
import { http, logto } from '@/lib/logto';

/**
 * Makes the refresh token of a session that was signed out worthless: Logto keeps one that was
 * given for `offline_access` beyond its own session.
 */
export async function revokeTokens(message: { token?: JWT | null } | object) {
  const refreshToken = 'token' in message ? message.token?.tokens?.refreshToken : undefined;
  if (!refreshToken) {
    return;
  }
  const { server, client, authentication } = await logto();
  const response = await oauth.revocationRequest(
    server,
    client,
    authentication,
    refreshToken,
    http(),
  );
  await oauth.processRevocationResponse(response);
}

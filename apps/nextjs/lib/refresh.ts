import * as oauth from 'oauth4webapi';
import { http, isRefusal, logto } from '@/lib/logto';
import { claimsOf, type Tokens, tokensFrom } from '@/lib/tokens';

/** Logto will not renew this session: the user has to sign in again. */
export class SessionEnded extends Error {
  override name = 'SessionEnded';
}

/**
 * Trades the refresh token for fresh tokens.
 * @throws {SessionEnded} when Logto refuses. Any other error is worth another try later.
 */
export async function refresh(tokens: Tokens): Promise<Tokens> {
  if (!tokens.refreshToken) {
    throw new SessionEnded('There is no refresh token');
  }
  const { server, client, authentication } = await logto();
  const response = await oauth.refreshTokenGrantRequest(
    server,
    client,
    authentication,
    tokens.refreshToken,
    http(),
  );
  try {
    const answer = await oauth.processRefreshTokenResponse(server, client, response);
    const fresh = tokensFrom(answer, tokens);
    if (claimsOf(fresh.idToken).sub !== claimsOf(tokens.idToken).sub) {
      throw new SessionEnded('Logto answered for another user');
    }
    return fresh;
  } catch (error) {
    throw isRefusal(error) ? new SessionEnded('Logto refused', { cause: error }) : error;
  }
}

import * as oauth from 'oauth4webapi';
import { http, logto } from '@/lib/logto';
import type { Problem } from '@/lib/problems';
import { claimsOf, isExpired, type Tokens } from '@/lib/tokens';

/** Asks Logto's userinfo endpoint whether the access token works; a problem when it does not. */
export async function checkAccessToken(tokens: Tokens): Promise<Problem | undefined> {
  try {
    const { server, client } = await logto();
    if (isExpired(tokens)) {
      return 'AccessTokenExpired';
    }
    const response = await oauth.userInfoRequest(server, client, tokens.accessToken, http());
    if (response.status === 401) {
      return isExpired(tokens) ? 'AccessTokenExpired' : 'SessionEnded';
    }
    const subject = String(claimsOf(tokens.idToken).sub);
    await oauth.processUserInfoResponse(server, client, subject, response);
  } catch {
    return 'LogtoDoesNotAnswer';
  }
}

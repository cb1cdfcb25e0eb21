/** What Logto's token endpoint answers; Auth.js hands the same fields on as `account`. */
export interface TokenAnswer {
  access_token?: string;
  refresh_token?: string;
  id_token?: string;
  /** Seconds. */
  expires_in?: number;
}

/** The part of the session that stays on the server, inside the encrypted cookie. */
export interface Tokens {
  accessToken: string;
  refreshToken?: string;
  idToken: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  /** Milliseconds since 1970: from here on, a fresh access token is fetched. */
  refreshAfter: number;
}

/** Tokens as the session keeps them. What an answer leaves out stays as it was `before`. */
export function tokensFrom(answer: TokenAnswer, before?: Tokens, now = Date.now()): Tokens {
  const accessToken = answer.access_token;
  const idToken = answer.id_token ?? before?.idToken;
  if (!accessToken || !idToken) {
    throw new Error('Logto answered without a token');
  }
  const lifetime = (answer.expires_in ?? 3600) * 1000;
  return {
    accessToken,
    idToken,
    refreshToken: answer.refresh_token ?? before?.refreshToken,
    expiresAt: now + lifetime,
    // At half its life: a token never expires while a page is being made, and an outage of Logto
    // may last as long as the other half.
    refreshAfter: now + lifetime / 2,
  };
}

/** Whether it is time for a fresh access token. */
export function isStale(tokens: Tokens, now = Date.now()): boolean {
  return now >= tokens.refreshAfter;
}

/** Whether the access token is of no use any more. */
export function isExpired(tokens: Tokens, now = Date.now()): boolean {
  return now >= tokens.expiresAt;
}

/** The claims of an ID token that came straight from Logto, so its signature needs no check. */
export function claimsOf(idToken: string): Record<string, unknown> {
  const payload = idToken.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}

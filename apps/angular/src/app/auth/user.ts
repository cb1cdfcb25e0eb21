import type { AuthResult } from 'angular-auth-oidc-client';

export interface User {
  /** Logto's ID of the user, the claim `sub`. */
  id: string;
  email: string;
  /** Every claim of the ID token, as text. */
  claims: [name: string, value: string][];
  /** When the access token expires. */
  expires: Date;
}

/** Logto issues both tokens at once, so `iat` of the one is the age of the other, which is opaque. */
export const toUser = (claims: Record<string, unknown>, { expires_in = 0 }: AuthResult): User => ({
  id: String(claims.sub),
  email: String(claims.email ?? ''),
  claims: Object.entries(claims).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]),
  expires: new Date((Number(claims.iat) + expires_in) * 1000),
});

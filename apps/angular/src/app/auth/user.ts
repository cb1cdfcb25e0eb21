import type { AuthResult, OidcSecurityService } from 'angular-auth-oidc-client';
import { map, type Observable, of, switchMap } from 'rxjs';

export interface User {
  /** Logto's ID of the user, the claim `sub`. */
  id: string;
  email: string;
  /** Every claim of the ID token, as text. */
  claims: [name: string, value: string][];
  /** When the access token expires. */
  expires: Date;
}

/** Whose tokens the tabs share at the moment. */
export function readUser(oidc: OidcSecurityService): Observable<User | undefined> {
  return oidc
    .getAuthenticationResult()
    .pipe(
      switchMap((result) =>
        result
          ? oidc.getPayloadFromIdToken().pipe(map((claims) => toUser(claims, result)))
          : of(undefined),
      ),
    );
}

/** Logto issues both tokens at once, so `iat` of the one is the age of the other, which is opaque. */
function toUser(claims: Record<string, unknown>, { expires_in = 0 }: AuthResult): User {
  return {
    id: String(claims.sub),
    email: String(claims.email ?? ''),
    claims: Object.entries(claims).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
    expires: new Date((Number(claims.iat) + expires_in) * 1000),
  };
}

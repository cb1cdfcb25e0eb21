import type { LoginResponse, OidcSecurityService } from 'angular-auth-oidc-client';
import { firstValueFrom } from 'rxjs';

/** What Logto sent back in place of a code, for example `access_denied`. */
export function errorInCallback({ pathname, search }: Location): string | null {
  return pathname === '/callback' ? new URLSearchParams(search).get('error') : null;
}

/**
 * Handles the callback, or takes up the session that the tabs share.
 *
 * Call it once for each time the page is loaded: a second call would use the code of the callback
 * twice. `checkAuth` alone calls a visitor whose access token has expired signed out, although the
 * refresh token is still good; `checkAuthIncludingServer` renews it. It needs a refresh token to do so.
 */
export async function checkAuth(
  oidc: OidcSecurityService,
  { origin, pathname, search, href }: Location,
): Promise<LoginResponse> {
  if (pathname === '/callback' && search) {
    return firstValueFrom(oidc.checkAuth(href));
  }

  const refreshToken = await firstValueFrom(oidc.getRefreshToken());
  // Without the address's parameters: the library takes any `state` for one of its own.
  return firstValueFrom(refreshToken ? oidc.checkAuthIncludingServer() : oidc.checkAuth(origin));
}

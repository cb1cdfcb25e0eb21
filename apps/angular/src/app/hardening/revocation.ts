import type { OidcSecurityService } from 'angular-auth-oidc-client';
import { firstValueFrom } from 'rxjs';

/**
 * Revokes the refresh token, and with it all that was issued for it: a copy of it is no good after the
 * sign-out. (`logoffAndRevokeTokens` revokes the access token too, which Logto refuses when it is a JWT.)
 *
 * @returns whether Logto answered. If not, the visitor is signed out here, and the browser had better stay.
 */
export async function revokeTokens(oidcSecurityService: OidcSecurityService): Promise<boolean> {
  try {
    await firstValueFrom(oidcSecurityService.revokeRefreshToken());
    return true;
  } catch {
    oidcSecurityService.logoffLocal();
    return false;
  }
}

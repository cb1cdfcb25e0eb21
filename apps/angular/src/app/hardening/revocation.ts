import { Injectable, type Provider } from '@angular/core';
import { OidcSecurityService } from 'angular-auth-oidc-client';
import { catchError, EMPTY, type Observable, switchMap } from 'rxjs';

/**
 * Revokes the refresh token at sign-out, and with it all that was issued for it: a copy of it is no good
 * any more. (`logoffAndRevokeTokens` revokes the access token too, which Logto refuses when it is a JWT.)
 */
@Injectable()
class RevokingSecurityService extends OidcSecurityService {
  override logoff(...args: Parameters<OidcSecurityService['logoff']>): Observable<unknown> {
    return this.revokeRefreshToken().pipe(
      catchError(() => {
        // Logto does not answer: signed out here, and the browser had better stay.
        this.logoffLocal();
        return EMPTY;
      }),
      switchMap(() => super.logoff(...args)),
    );
  }
}

export const revocation: Provider = {
  provide: OidcSecurityService,
  useClass: RevokingSecurityService,
};

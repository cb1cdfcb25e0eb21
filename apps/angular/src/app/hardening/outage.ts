import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import type { OpenIdConfiguration } from 'angular-auth-oidc-client';
import { catchError, type MonoTypeOperatorFunction, throwError, timeout } from 'rxjs';

/**
 * What keeps a session alive while Logto is away.
 *
 * @see https://github.com/damienbod/angular-auth-oidc-client/issues/2103
 */
export const outage: OpenIdConfiguration = {
  // How long, in seconds, a renewal goes on trying. When it is over, everybody is signed out: a
  // restart of Logto takes longer than the library's 20 seconds.
  silentRenewTimeoutInSeconds: 24 * 60 * 60,
  // A userinfo request that fails would end the session just renewed; the ID token has the claims.
  autoUserInfo: false,
  renewUserInfoAfterTokenRenew: true,
};

/** Shows the page after ten seconds, although Logto has not answered yet; the renewal goes on. */
export function showPageAnyway<T>(): MonoTypeOperatorFunction<T> {
  return timeout(10_000);
}

/**
 * A proxy whose Logto is away answers 502 to 504. To the library this is a refusal, which signs the
 * visitor out; a failed connection is none, and it tries again.
 */
export const retryWhileAway: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((response: HttpErrorResponse) => {
      const renewal = String(request.body).includes('grant_type=refresh_token');
      return throwError(() =>
        renewal && response.status >= 502 && response.status <= 504
          ? new HttpErrorResponse({
              url: request.url,
              status: 0,
              error: new ProgressEvent('error'),
            })
          : response,
      );
    }),
  );

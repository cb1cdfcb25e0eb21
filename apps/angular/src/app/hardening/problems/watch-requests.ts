import { type HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { OidcSecurityService } from 'angular-auth-oidc-client';
import { tap } from 'rxjs';
import { problemOfResponse } from './problem';
import { Problems } from './problems';

/** Milliseconds. A server that takes a connection and says nothing does not answer either. */
const timeout = 10_000;

/**
 * Sees what Logto answers to the library. `authorize()` returns nothing, and where the library does
 * report an error, it no longer says which: this is the one place that knows both.
 */
export const watchRequests: HttpInterceptorFn = (request, next) => {
  const [configuration] = inject(OidcSecurityService).getConfigurations();
  const problems = inject(Problems);
  const authority = configuration?.authority;
  if (!authority || !request.url.startsWith(`${authority}/`)) {
    return next(request);
  }
  return next(request.clone({ timeout })).pipe(
    tap({
      next: (response) => {
        // The library wants the issuer to be the endpoint to the letter, and throws where nobody catches.
        if (response instanceof HttpResponse && request.url.endsWith('/openid-configuration')) {
          const { issuer } = response.body as { issuer: string };
          if (issuer !== authority) {
            problems.set('issuer');
          }
        }
      },
      error: (response: HttpErrorResponse) =>
        problems.requestFailed(
          problemOfResponse(response, request.body),
          String(request.body).includes('grant_type=refresh_token'),
        ),
    }),
  );
};

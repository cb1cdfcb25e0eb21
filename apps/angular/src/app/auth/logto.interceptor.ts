import type { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { SETTINGS } from '../settings';
import { userinfoUrl } from './auth.config';
import { problemOfResponse } from './problem';
import { Progress } from './progress';

/** Milliseconds. A server that takes a connection and says nothing does not answer either. */
const timeout = 10_000;

/**
 * Sees what Logto answers to the library. `authorize()` returns nothing, and where the library does
 * report an error, it no longer says which: this is the one place that knows both.
 */
export const logtoInterceptor: HttpInterceptorFn = (request, next) => {
  const settings = inject(SETTINGS);
  const progress = inject(Progress);
  // The profile page asks for userinfo itself and shows the answer beside the token.
  if (!request.url.startsWith(settings.endpoint) || request.url === userinfoUrl(settings)) {
    return next(request);
  }
  return next(request.clone({ timeout })).pipe(
    tap({
      error: (response: HttpErrorResponse) =>
        progress.failure.set(problemOfResponse(response, request.body)),
    }),
  );
};

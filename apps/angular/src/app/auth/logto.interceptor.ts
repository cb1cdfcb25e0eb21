import type { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { tap } from 'rxjs';
import { SETTINGS } from '../settings';
import { userinfoUrl } from './auth.config';
import { type Problem, problemOfResponse } from './problem';

/** A server that accepts a connection and says nothing does not answer either. */
const timeout = 10_000;

/** The last thing that went wrong in the library's own requests. */
@Injectable({ providedIn: 'root' })
export class Failures {
  readonly latest = signal<Problem | undefined>(undefined);
}

/**
 * Sees what Logto answers to the library. `authorize()` returns nothing, and where the library does
 * report an error, it no longer says which: this is the one place that knows both.
 */
export const logtoInterceptor: HttpInterceptorFn = (request, next) => {
  const settings = inject(SETTINGS);
  const failures = inject(Failures);
  // The profile page asks for userinfo itself and shows its answer beside the token.
  if (!request.url.startsWith(settings.endpoint) || request.url === userinfoUrl(settings)) {
    return next(request);
  }
  return next(request.clone({ timeout })).pipe(
    tap({
      error: (response: HttpErrorResponse) =>
        failures.latest.set(problemOfResponse(response, request.body)),
    }),
  );
};

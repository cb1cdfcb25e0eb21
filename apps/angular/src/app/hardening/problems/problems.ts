import { ApplicationInitStatus, Injectable, inject, signal } from '@angular/core';
import { NavigationSkipped, NavigationStart, Router } from '@angular/router';
import {
  EventTypes,
  OidcSecurityService,
  PublicEventsService,
  ValidationResult,
} from 'angular-auth-oidc-client';
import type { Problem } from './problem';

/** Problems that signing in again may solve. For the others the settings must change, or Logto come back. */
const solvedBySignIn: Problem[] = ['access-denied', 'clock', 'failed', 'session-ended'];

/** What stands between the visitor and the session, from wherever it is noticed. */
@Injectable({ providedIn: 'root' })
export class Problems {
  private readonly oidcSecurityService = inject(OidcSecurityService);
  private readonly router = inject(Router);
  private readonly starting = inject(ApplicationInitStatus);
  private readonly current = signal<Problem | undefined>(undefined);
  readonly problem = this.current.asReadonly();

  constructor() {
    inject(PublicEventsService)
      .registerForEvents()
      .subscribe(({ type, value }) => this.notice(type, value));
    this.router.events.subscribe((event) => {
      // Going on is the visitor's answer to a problem; the first navigation is the browser's own.
      const goesOn = event instanceof NavigationStart || event instanceof NavigationSkipped;
      if (goesOn && event.id > 1) {
        this.current.set(undefined);
      }
    });
  }

  /** A request of the library failed. A renewal in the background tries again by itself. */
  requestFailed(problem: Problem, isRenewal: boolean): void {
    if (!(problem === 'unreachable' && isRenewal && this.starting.done)) {
      this.current.set(problem);
    }
  }

  set(problem: Problem): void {
    this.current.set(problem);
  }

  tryAgain(): void {
    const problem = this.current();
    const { pathname, search } = location;
    this.current.set(undefined);
    if (problem === 'session-ended' && pathname !== '/') {
      // The guard asks for the sign-in, and opens the page after it.
      void this.router.navigateByUrl(pathname + search, { onSameUrlNavigation: 'reload' });
    } else if (problem && solvedBySignIn.includes(problem)) {
      this.oidcSecurityService.authorize();
    } else {
      location.reload();
    }
  }

  private notice(type: EventTypes, value: unknown): void {
    if (type === EventTypes.NewAuthenticationResult) {
      const { isAuthenticated, validationResult } = value as {
        isAuthenticated: boolean;
        validationResult: ValidationResult;
      };
      if (isAuthenticated) {
        this.current.set(undefined);
      } else if (validationResult === ValidationResult.MaxOffsetExpired) {
        this.current.set('clock');
      }
    }
    // The library has tried, and says no more than that; what is known better stays.
    if (type === EventTypes.CheckingAuthFinishedWithError) {
      this.current.update((problem) => problem ?? 'failed');
    }
  }
}

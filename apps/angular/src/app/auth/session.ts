import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { NavigationSkipped, NavigationStart, Router } from '@angular/router';
import { EventTypes, OidcSecurityService, PublicEventsService } from 'angular-auth-oidc-client';
import { SETTINGS } from '../settings';
import { configId } from './auth.config';
import { checkAuth, errorInCallback } from './check-auth';
import { problemOfError } from './problem';
import { Progress } from './progress';
import { readUser, type User } from './user';

interface SignIn {
  /** Where to go once signed in; the page that is open now by default. */
  returnTo?: string;
  /** Opens Logto's registration page instead of its sign-in page. */
  register?: boolean;
}

/** Who is signed in, in this tab as in all the others. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly oidc = inject(OidcSecurityService);
  private readonly progress = inject(Progress);
  private readonly window = inject(DOCUMENT).defaultView as Window;
  private attempt?: SignIn;

  readonly user = signal<User | undefined>(undefined);
  readonly busy = this.progress.busy;
  readonly problem = this.progress.problem;
  /** Resolves when it is known whether somebody is signed in, the callback included. */
  readonly ready = this.check();

  constructor() {
    const key = configId(inject(SETTINGS));
    this.window.addEventListener('storage', (event) => event.key === key && this.follow());
    // The back button may show this page as it was when the browser left it.
    this.window.addEventListener('pageshow', (event) => event.persisted && this.reload());

    const events = inject(PublicEventsService).registerForEvents();
    events.subscribe(({ type }) => {
      if (type === EventTypes.NewAuthenticationResult) {
        this.read();
      }
      if (type === EventTypes.SilentRenewFailed && !this.busy()) {
        this.forget();
        this.progress.settle('session-ended');
      }
    });
    inject(Router).events.subscribe((event) => {
      const moves = event instanceof NavigationStart || event instanceof NavigationSkipped;
      if (moves && event.id > 1 && this.problem()) {
        this.progress.settle();
      }
    });
  }

  signIn({ returnTo = this.here(), register = false }: SignIn = {}): void {
    this.attempt = { returnTo, register };
    if (!returnTo.startsWith('/callback')) {
      sessionStorage.setItem('return-to', returnTo);
    }
    this.progress.leave();
    this.oidc.authorize(undefined, register ? { customParams: { first_screen: 'register' } } : {});
  }

  /** Where the visitor was when the sign-in began. */
  returnTo(): string {
    return sessionStorage.getItem('return-to') ?? '/';
  }

  /** Revokes the tokens and ends the session at Logto; the other tabs follow. */
  signOut(): void {
    this.attempt = undefined;
    this.progress.leave();
    this.oidc.logoffAndRevokeTokens().subscribe({ error: () => this.forget() });
  }

  tryAgain(): void {
    const problem = this.problem();
    if (problem === 'unreachable' && this.attempt) {
      this.signIn(this.attempt);
    } else if (problem === 'access-denied' || problem === 'session-ended' || problem === 'failed') {
      this.signIn();
    }
    // The settings may have changed, and the callback may still have its code.
    else {
      this.reload();
    }
  }

  private async check(): Promise<void> {
    const { location } = this.window;
    const error = errorInCallback(location);
    if (error) {
      return this.progress.settle(problemOfError(error));
    }
    try {
      const { isAuthenticated, errorMessage } = await checkAuth(this.oidc, location);
      if (isAuthenticated) {
        this.read();
      }
      this.progress.settle(errorMessage ? (this.progress.failure() ?? 'failed') : undefined);
    } catch {
      this.progress.settle(this.progress.failure() ?? 'failed');
    }
  }

  /** Another tab has signed in or out, or renewed the tokens. */
  private follow(): void {
    const before = this.user()?.id;
    this.read();
    const now = this.user()?.id;
    if (this.busy() || before === now) {
      return;
    }
    if (now) {
      this.reload();
    } else {
      this.forget();
    }
  }

  private read(): void {
    readUser(this.oidc).subscribe((user) => this.user.set(user));
  }

  private forget(): void {
    this.oidc.logoffLocal();
    this.user.set(undefined);
  }

  private here(): string {
    return this.window.location.pathname + this.window.location.search;
  }

  private reload(): void {
    this.window.location.reload();
  }
}

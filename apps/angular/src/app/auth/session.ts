import { computed, DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { NavigationSkipped, NavigationStart, Router } from '@angular/router';
import { EventTypes, OidcSecurityService, PublicEventsService } from 'angular-auth-oidc-client';
import { map, of, switchMap } from 'rxjs';
import { SETTINGS } from '../settings';
import { configId } from './auth.config';
import { checkAuth, errorInCallback } from './check-auth';
import { Failures } from './logto.interceptor';
import { type Problem, problemOfError } from './problem';
import { toUser, type User } from './user';

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
  private readonly failures = inject(Failures);
  private readonly router = inject(Router);
  private readonly window = inject(DOCUMENT).defaultView as Window;

  private readonly phase = signal<'checking' | 'settled' | 'leaving'>('checking');
  private readonly fault = signal<Problem | undefined>(undefined);
  private attempt?: SignIn;

  readonly user = signal<User | undefined>(undefined);
  /** Until it is known who is signed in, and while the browser goes to Logto. */
  readonly busy = computed(() => this.phase() !== 'settled');
  /** A failed request counts while the visitor waits for it; a renewal tries again by itself. */
  readonly problem = computed(
    () => this.fault() ?? (this.busy() ? this.failures.latest() : undefined),
  );
  /** Resolves when it is known whether somebody is signed in, the callback included. */
  readonly ready = this.check();

  constructor() {
    const key = configId(inject(SETTINGS));
    this.window.addEventListener('storage', (event) => event.key === key && this.follow());
    // The back button may show this page as it was when the browser left it.
    this.window.addEventListener('pageshow', (event) => event.persisted && this.reload());

    const events = inject(PublicEventsService).registerForEvents();
    events.subscribe(({ type }) => {
      if (type === EventTypes.NewAuthenticationResult) this.read();
      if (type === EventTypes.SilentRenewFailed && !this.busy()) this.end('session-ended');
    });
    this.router.events.subscribe((event) => {
      const moves = event instanceof NavigationStart || event instanceof NavigationSkipped;
      if (moves && event.id > 1 && this.problem()) this.settle();
    });
  }

  signIn({ returnTo = this.here(), register = false }: SignIn = {}): void {
    this.attempt = { returnTo, register };
    if (!returnTo.startsWith('/callback')) sessionStorage.setItem('return-to', returnTo);
    this.leave();
    this.oidc.authorize(undefined, register ? { customParams: { first_screen: 'register' } } : {});
  }

  /** Where the visitor was when the sign-in began. */
  returnTo(): string {
    return sessionStorage.getItem('return-to') ?? '/';
  }

  /** Revokes the tokens and ends the session at Logto; the other tabs follow. */
  signOut(): void {
    this.attempt = undefined;
    this.leave();
    this.oidc.logoffAndRevokeTokens().subscribe({ error: () => this.end() });
  }

  tryAgain(): void {
    const problem = this.problem();
    if (problem === 'unreachable' && this.attempt) this.signIn(this.attempt);
    else if (problem === 'access-denied' || problem === 'session-ended' || problem === 'failed')
      this.signIn();
    else this.reload();
  }

  private async check(): Promise<void> {
    const { location } = this.window;
    const error = errorInCallback(location);
    if (error) return this.settle(problemOfError(error));
    try {
      const { isAuthenticated, errorMessage } = await checkAuth(this.oidc, location);
      if (isAuthenticated) this.read();
      this.settle(errorMessage ? (this.failures.latest() ?? 'failed') : undefined);
    } catch {
      this.settle(this.failures.latest() ?? 'failed');
    }
  }

  /** Another tab has signed in or out, or renewed the tokens. */
  private follow(): void {
    const before = this.user()?.id;
    this.read();
    const now = this.user()?.id;
    if (this.busy() || before === now) return;
    if (now) this.reload();
    else this.end();
  }

  private read(): void {
    this.oidc
      .getAuthenticationResult()
      .pipe(
        switchMap((result) =>
          result
            ? this.oidc.getPayloadFromIdToken().pipe(map((claims) => toUser(claims, result)))
            : of(undefined),
        ),
      )
      .subscribe((user) => this.user.set(user));
  }

  private end(problem?: Problem): void {
    this.oidc.logoffLocal();
    this.user.set(undefined);
    this.fault.set(problem);
  }

  private leave(): void {
    this.settle();
    this.phase.set('leaving');
  }

  private settle(problem?: Problem): void {
    this.failures.latest.set(undefined);
    this.fault.set(problem);
    this.phase.set('settled');
  }

  private here(): string {
    const { pathname, search } = this.window.location;
    return pathname + search;
  }

  private reload(): void {
    this.window.location.reload();
  }
}

import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Alert } from './alert';
import { explain } from './auth/problem';
import { Session } from './auth/session';
import { SETTINGS } from './settings';

@Component({
  selector: 'app-root',
  imports: [Alert, RouterLink, RouterLinkActive, RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      <a class="site-name" routerLink="/">Angular sample</a>
      <nav aria-label="Main">
        <a
          routerLink="/"
          routerLinkActive
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{ exact: true }"
          >Home</a
        >
        <a routerLink="/profile" routerLinkActive ariaCurrentWhenActive="page">Profile</a>
      </nav>
      <div class="account">
        @if (session.user(); as user) {
          <span class="account-email">{{ user.email }}</span>
          <button type="button" [disabled]="session.busy()" (click)="session.signOut()">
            Sign out
          </button>
        } @else if (problem() || !session.busy()) {
          <button type="button" (click)="session.signIn()">Sign in</button>
        }
      </div>
    </header>
    <main #main tabindex="-1">
      @if (problem(); as problem) {
        <h1 class="unseen">Something is wrong</h1>
        <app-alert
          [heading]="problem.heading"
          [remedy]="problem.remedy"
          (retry)="session.tryAgain()"
        />
      } @else {
        <router-outlet />
      }
    </main>
    <footer>
      <p>
        Built with Angular, angular-auth-oidc-client and
        <a href="https://docs.logto.io/quick-starts/angular">Logto</a>.
      </p>
    </footer>
  `,
})
export class App {
  private readonly settings = inject(SETTINGS);
  protected readonly session = inject(Session);
  protected readonly problem = computed(() => {
    const problem = this.session.problem();
    return problem && explain(problem, this.settings);
  });
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    // Browsers put the focus at the top of a new page; a router has to do so itself.
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationEnd && event.id > 1) {
        this.main().nativeElement.focus();
      }
    });
  }
}

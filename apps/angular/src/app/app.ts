import { Component, inject } from '@angular/core';
import { isActive, Router, RouterLink, RouterOutlet } from '@angular/router';
import { OidcSecurityService } from 'angular-auth-oidc-client';
// #region hardening: problems
import { ProblemAlert } from './hardening/problems/problem-alert';
// #endregion

@Component({
  selector: 'app-root',
  imports: [
    RouterLink,
    RouterOutlet,
    // #region hardening: problems
    ProblemAlert,
    // #endregion
  ],
  template: `
    <header>
      <a class="site-name" routerLink="/">Angular sample</a>
      <nav aria-label="Main">
        <a routerLink="/profile" [attr.aria-current]="onProfile() ? 'page' : null">Profile</a>
      </nav>
      <div class="account">
        @if (user().userData; as user) {
          <span class="account-email">{{ user.email }}</span>
          <button type="button" (click)="signOut()">Sign out</button>
        } @else {
          <button type="button" (click)="signIn()">Sign in</button>
        }
      </div>
    </header>
    <main tabindex="-1">
      <!-- #region hardening: problems -->
      <app-problem-alert />
      <!-- #endregion -->
      <router-outlet />
    </main>
    <footer>
      <p>Built with Angular and <a href="https://docs.logto.io/quick-starts/angular">Logto</a>.</p>
    </footer>
  `,
})
export class App {
  private readonly oidcSecurityService = inject(OidcSecurityService);
  protected readonly user = this.oidcSecurityService.userData;
  protected readonly onProfile = isActive('/profile', inject(Router));

  signIn() {
    this.oidcSecurityService.authorize();
  }

  signOut() {
    this.oidcSecurityService.logoff().subscribe();
  }
}

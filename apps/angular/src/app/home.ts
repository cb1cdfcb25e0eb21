import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { OidcSecurityService } from 'angular-auth-oidc-client';
import { SETTINGS } from './settings';

@Component({
  selector: 'app-home',
  imports: [RouterLink],
  template: `
    @if (user().userData; as user) {
      <h1>You are signed in</h1>
      <p class="lead">Signed in as <strong>{{ user.email }}</strong></p>
      <div class="actions"><a class="button primary" routerLink="/profile">See your profile</a></div>
    } @else {
      <h1>Sign in with an e-mail code</h1>
      <p class="lead">
        Logto signs you in, Aliyun Direct Mail delivers the code, and nobody has to remember a password.
      </p>
      <div class="actions">
        <button type="button" class="primary" (click)="oidcSecurityService.authorize()">Sign in with e-mail</button>
        <button type="button" (click)="register()">Create account</button>
      </div>
    }
    <section class="card">
      <h2>What happens, and where it is in the code</h2>
      <ol class="steps">
        <li>Logto’s sign-in page asks for your e-mail address. <code>src/app/app.ts</code></li>
        <li>
          Aliyun Direct Mail delivers a six-digit code to it.
          @if (inbox) { <a [href]="inbox">Open the inbox</a> }
        </li>
        <li>You enter the code and come back, signed in. <code>src/app/app.config.ts</code></li>
        <li>Your profile opens, to you alone. <code>src/app/app.routes.ts</code></li>
      </ol>
    </section>
    <nav class="links" aria-label="Read on">
      <a href="https://docs.logto.io/quick-starts/angular">Logto’s guide for Angular</a>
      <a href="https://docs.logto.io/integrations/aliyun-dm">Aliyun Direct Mail in Logto</a>
      <a href="https://angular-auth-oidc-client.com">angular-auth-oidc-client</a>
    </nav>
  `,
})
export class Home {
  protected readonly oidcSecurityService = inject(OidcSecurityService);
  protected readonly user = this.oidcSecurityService.userData;
  protected readonly inbox = inject(SETTINGS).inbox;

  protected register() {
    this.oidcSecurityService.authorize(undefined, { customParams: { first_screen: 'register' } });
  }
}

import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../auth/session';

@Component({
  selector: 'app-home',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (session.busy()) {
      <p role="status" class="status busy">Loading…</p>
    } @else if (session.user(); as user) {
      <h1>You are signed in</h1>
      <p>
        Signed in as <strong>{{ user.email }}</strong>
      </p>
      <div class="actions"><a class="button primary" routerLink="/profile">See your profile</a></div>
    } @else {
      <h1>Sign in with an e-mail code</h1>
      <ol class="steps">
        <li>Logto’s sign-in page asks for your e-mail address.</li>
        <li>Aliyun Direct Mail delivers a six-digit code to it.</li>
        <li>You enter the code, and Logto sends you back here, signed in.</li>
      </ol>
      <div class="actions">
        <button type="button" class="primary" (click)="session.signIn()">Sign in with e-mail</button>
        <button type="button" (click)="session.signIn({ register: true })">Create account</button>
      </div>
    }
  `,
})
export class Home {
  protected readonly session = inject(Session);
}

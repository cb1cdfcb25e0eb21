import { DatePipe } from '@angular/common';
import { type HttpErrorResponse, httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Alert } from '../alert';
import { userinfoUrl } from '../auth/auth.config';
import { explain, problemOfResponse } from '../auth/problem';
import { Session } from '../auth/session';
import { SETTINGS } from '../settings';

@Component({
  selector: 'app-profile',
  imports: [Alert, DatePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (session.busy()) {
      <p role="status" class="status busy">Loading…</p>
    } @else if (session.user(); as user) {
      <h1>Your profile</h1>
      <section class="card">
        <dl>
          <dt>E-mail</dt>
          <dd>{{ user.email }}</dd>
          <dt>User ID</dt>
          <dd>{{ user.id }}</dd>
        </dl>
      </section>
      <section class="card">
        <table>
          <caption>Claims of the ID token</caption>
          <tbody>
            @for (claim of user.claims; track claim[0]) {
              <tr>
                <th scope="row">{{ claim[0] }}</th>
                <td>{{ claim[1] }}</td>
              </tr>
            }
          </tbody>
        </table>
      </section>
      <section class="card">
        <h2>Access token</h2>
        <dl>
          <dt>Expires</dt>
          <dd>
            <time [attr.datetime]="user.expires.toISOString()">{{ user.expires | date: 'medium' }}</time>
          </dd>
        </dl>
        @if (refusal(); as problem) {
          <app-alert [heading]="problem.heading" [remedy]="problem.remedy" (retry)="userinfo.reload()" />
        } @else if (userinfo.hasValue()) {
          <p role="status" class="status">Logto accepts the access token</p>
        } @else {
          <p role="status" class="status busy">Asking Logto…</p>
        }
      </section>
    } @else {
      <app-alert [heading]="ended.heading" [remedy]="ended.remedy" (retry)="session.signIn()" />
    }
  `,
})
export class Profile {
  private readonly settings = inject(SETTINGS);
  protected readonly session = inject(Session);
  protected readonly ended = explain('session-ended', this.settings);

  /** Asked again whenever the access token has been renewed; `authInterceptor` adds the token. */
  protected readonly userinfo = httpResource(() =>
    this.session.user()?.expires ? { url: userinfoUrl(this.settings) } : undefined,
  );
  protected readonly refusal = computed(() => {
    const error = this.userinfo.error() as HttpErrorResponse | undefined;
    return error && explain(problemOfResponse(error), this.settings);
  });
}

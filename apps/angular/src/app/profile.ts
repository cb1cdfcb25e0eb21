import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { OidcSecurityService } from 'angular-auth-oidc-client';
import { map, switchMap } from 'rxjs';
// #region hardening: protected-api
import { Notes } from './hardening/protected-api/notes';
// #endregion

@Component({
  selector: 'app-profile',
  // #region hardening: protected-api
  imports: [Notes],
  // #endregion
  template: `
    <h1>Your profile</h1>
    @if (user().userData; as user) {
      <section class="card">
        <dl>
          <dt>E-mail</dt>
          <dd>{{ user.email }}</dd>
          <dt>User ID</dt>
          <dd>{{ user.sub }}</dd>
        </dl>
      </section>
    }
    <section class="card">
      <table>
        <caption>Claims of the ID token</caption>
        <tbody>
          @for (claim of claims(); track claim.name) {
            <tr>
              <th scope="row">{{ claim.name }}</th>
              <td>{{ claim.value }}</td>
            </tr>
          }
        </tbody>
      </table>
    </section>
    <!-- #region hardening: protected-api -->
    <app-notes />
    <!-- #endregion -->
  `,
})
export class Profile {
  private readonly oidcSecurityService = inject(OidcSecurityService);
  protected readonly user = this.oidcSecurityService.userData;
  protected readonly claims = toSignal(
    this.oidcSecurityService.isAuthenticated$.pipe(
      switchMap(() => this.oidcSecurityService.getPayloadFromIdToken()),
      map(readable),
    ),
  );
}

/** Without what is empty. OpenID Connect counts seconds; Logto has an account's times in milliseconds. */
function readable(claims: Record<string, unknown>) {
  const unit: Record<string, number> = { iat: 1000, exp: 1000, created_at: 1, updated_at: 1 };
  return Object.entries(claims)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({
      name,
      value: unit[name] ? new Date(Number(value) * unit[name]).toUTCString() : value,
    }));
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { OidcSecurityService } from 'angular-auth-oidc-client';
import { filter, switchMap } from 'rxjs';
import { SETTINGS } from '../../settings';
import { readNotes } from './config';

interface Note {
  id: number;
  text: string;
}

/** What the API in `api/` has for whoever may read it. The API decides; the page only does not ask in vain. */
@Component({
  selector: 'app-notes',
  template: `
    @if (isOn) {
      <section class="card" aria-labelledby="notes">
        <h2 id="notes">Notes</h2>
        @if (!mayRead()) {
          <p>Your account may not read notes.</p>
        } @else if (notes.hasValue()) {
          <ul>
            @for (note of notes.value(); track note.id) {
              <li>{{ note.text }}</li>
            }
          </ul>
          <p role="status" class="status">The API accepts the access token</p>
        } @else if (notes.error()) {
          <p role="status">The API does not answer as it should.</p>
          <button type="button" (click)="notes.reload()">Ask again</button>
        } @else {
          <p role="status" class="status busy">Asking the API…</p>
        }
      </section>
    }
  `,
})
export class Notes {
  private readonly oidcSecurityService = inject(OidcSecurityService);
  protected readonly isOn = inject(SETTINGS).apiResource !== undefined;
  /**
   * What the access token says; a renewed one comes by itself. One that is for no API says nothing, and the
   * library would print it.
   */
  private readonly token = toSignal(
    this.oidcSecurityService.isAuthenticated$.pipe(
      filter(({ isAuthenticated }) => this.isOn && isAuthenticated),
      switchMap(() => this.oidcSecurityService.getPayloadFromAccessToken()),
    ),
  );
  protected readonly mayRead = computed(() =>
    String(this.token()?.scope).split(' ').includes(readNotes),
  );
  protected readonly notes = httpResource<Note[]>(() =>
    this.token() && this.mayRead() ? { url: '/api/notes' } : undefined,
  );
}

import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../auth/session';

/** Where Logto sends the browser back to. The session handles the code; this page says so and goes on. */
@Component({
  selector: 'app-callback',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h1 class="unseen">Signing in</h1>
    <p role="status" class="status busy">Signing you in…</p>
  `,
})
export class Callback {
  constructor() {
    const session = inject(Session);
    const router = inject(Router);
    void session.ready.then(async () => {
      if (!session.problem()) {
        await router.navigateByUrl(session.returnTo(), { replaceUrl: true });
      }
    });
  }
}

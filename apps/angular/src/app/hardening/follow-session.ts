import { DOCUMENT, inject } from '@angular/core';
import { Router } from '@angular/router';
import { OidcSecurityService } from 'angular-auth-oidc-client';

/**
 * Follows what another tab does with the session that the tabs share: leaves with its sign-out, and
 * begins anew when somebody signs in. The library looks at the storage only when the page is loaded.
 *
 * @see https://github.com/damienbod/angular-auth-oidc-client/issues/1248
 */
export function followSession(): void {
  const oidcSecurityService = inject(OidcSecurityService);
  const router = inject(Router);
  const window = inject(DOCUMENT).defaultView as Window;
  window.addEventListener('storage', ({ storageArea }) => {
    if (storageArea !== window.localStorage) {
      return;
    }
    const shown = oidcSecurityService.userData().userData?.sub;
    oidcSecurityService.getPayloadFromIdToken().subscribe(({ sub }) => {
      if (shown && !sub) {
        oidcSecurityService.logoffLocal();
        void router.navigateByUrl('/');
      } else if (sub !== shown) {
        window.location.reload();
      }
    });
  });
}

import { DOCUMENT, inject } from '@angular/core';

/**
 * The back button may bring a page back as it was when the browser left it, with the address of somebody
 * who has signed out since: it is loaded again.
 *
 * @see https://github.com/auth0/auth0-react/issues/562
 */
export function reloadRestoredPage(): void {
  const window = inject(DOCUMENT).defaultView as Window;
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      window.location.reload();
    }
  });
}

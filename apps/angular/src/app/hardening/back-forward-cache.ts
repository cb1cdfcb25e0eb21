import { DOCUMENT, inject } from '@angular/core';

/**
 * The back button may bring a page back as it was when the browser left it, with the address of somebody
 * who has signed out since: it is loaded again.
 */
export function reloadRestoredPage(): void {
  const window = inject(DOCUMENT).defaultView as Window;
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      window.location.reload();
    }
  });
}

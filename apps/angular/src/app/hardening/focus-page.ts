import { DOCUMENT, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';

/**
 * Browsers put the focus at the top of a new page, and screen readers read on from there; a router does not.
 *
 * @see https://github.com/angular/angular/issues/6106
 */
export function focusPage(): void {
  const document = inject(DOCUMENT);
  inject(Router).events.subscribe((event) => {
    // The first navigation is the browser's own.
    if (event instanceof NavigationEnd && event.id > 1) {
      document.querySelector('main')?.focus();
    }
  });
}

import { DOCUMENT, inject } from '@angular/core';
import { OidcSecurityService } from 'angular-auth-oidc-client';
import { problemOfError } from './problem';
import { Problems } from './problems';

/**
 * Looks at the address before the library does, which stops the application over a `state` that is not
 * its own, and knows no `error` in place of a code.
 *
 * @see https://github.com/damienbod/angular-auth-oidc-client/issues/455
 */
export function checkCallback(): void {
  const oidcSecurityService = inject(OidcSecurityService);
  const problems = inject(Problems);
  const { location, history } = inject(DOCUMENT).defaultView as Window;
  const answer = new URLSearchParams(location.search);
  const [error, state] = [answer.get('error'), answer.get('state')];
  if (location.pathname === '/callback') {
    oidcSecurityService.getState().subscribe((expected) => {
      if (error || state !== expected) {
        problems.set(error ? problemOfError(error) : 'failed');
        history.replaceState(null, '', location.pathname);
      }
    });
  } else if (state !== null) {
    // Somebody else's parameter on a page of ours.
    answer.delete('state');
    history.replaceState(null, '', `${location.pathname}?${answer}`);
  }
}

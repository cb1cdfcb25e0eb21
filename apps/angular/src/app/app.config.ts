import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideRouter } from '@angular/router';
// `buildAngularAuthConfig` is gone from 6.0 on: package.json names 5.1.1 exactly.
import { buildAngularAuthConfig, UserScope } from '@logto/js';
import {
  authInterceptor,
  OidcSecurityService,
  provideAuth,
  withAppInitializerAuthCheck,
} from 'angular-auth-oidc-client';
import { catchError, EMPTY, switchMap } from 'rxjs';
import { routes } from './app.routes';
// #region hardening: back-forward-cache
import { reloadRestoredPage } from './hardening/back-forward-cache';
// #endregion
// #region hardening: focus-page
import { focusPage } from './hardening/focus-page';
// #endregion
// #region hardening: follow-session
import { followSession } from './hardening/follow-session';
// #endregion
// #region hardening: outage
import { outage, retryWhileAway, showPageAnyway } from './hardening/outage';
// #endregion
// #region hardening: problems
import { checkCallback } from './hardening/problems/check-callback';
import { leaveHeldPage } from './hardening/problems/no-problem.guard';
import { watchRequests } from './hardening/problems/watch-requests';
// #endregion
// #region hardening: protected-api
import { notesApi } from './hardening/protected-api/config';
// #endregion
// #region hardening: revocation
import { revocation } from './hardening/revocation';
// #endregion
// #region hardening: tab-storage
import { tabStorage } from './hardening/tab-storage';
// #endregion
import { SETTINGS, type Settings } from './settings';

export function appConfig(settings: Settings): ApplicationConfig {
  return {
    providers: [
      provideBrowserGlobalErrorListeners(),
      { provide: SETTINGS, useValue: settings },
      provideRouter(
        routes,
        // #region hardening: problems
        leaveHeldPage,
        // #endregion
      ),
      provideHttpClient(
        withInterceptors([
          authInterceptor(),
          // #region hardening: outage
          retryWhileAway,
          // #endregion
          // #region hardening: problems
          watchRequests,
          // #endregion
        ]),
      ),
      // #region hardening: problems
      // Before the library's own check.
      provideAppInitializer(checkCallback),
      // #endregion
      provideAuth(
        {
          config: {
            ...buildAngularAuthConfig({
              endpoint: settings.endpoint,
              appId: settings.appId,
              redirectUri: `${location.origin}/callback`,
              postLogoutRedirectUri: `${location.origin}/`,
              scopes: [UserScope.Email],
              // #region hardening: protected-api
              ...notesApi(settings),
              // #endregion
            }),
            // Requests that begin with this carry the access token.
            secureRoutes: ['/api/'],
            unauthorizedRoute: '/', // where a callback that fails ends
            // Logto repeats the first nonce in a renewed ID token, where the library expects none.
            ignoreNonceAfterRefresh: true,
            // #region hardening: outage
            ...outage,
            // #endregion
            // #region hardening: protected-api
            // With a token for an API, the ID token alone says who the user is.
            renewUserInfoAfterTokenRenew: true,
            // #endregion
            // #region hardening: pushed-request
            // Logto checks the request before the browser leaves the page: a wrong App ID or redirect
            // URI becomes an answer that this application can explain (RFC 9126).
            // @see https://github.com/logto-io/logto/issues/6758
            usePushedAuthorisationRequests: true,
            // #endregion
            // #region hardening: one-renewal
            // A refresh token works once: one tab renews while the others wait for its result.
            // @see https://github.com/damienbod/angular-auth-oidc-client/issues/1662
            useRefreshTokenLock: true,
            // #endregion
          },
        },
        withAppInitializerAuthCheck(),
      ),
      provideAppInitializer(renewSession),
      // #region hardening: tab-storage
      tabStorage,
      // #endregion
      // #region hardening: revocation
      revocation,
      // #endregion
      // #region hardening: follow-session
      provideAppInitializer(followSession),
      // #endregion
      // #region hardening: back-forward-cache
      provideAppInitializer(reloadRestoredPage),
      // #endregion
      // #region hardening: focus-page
      provideAppInitializer(focusPage),
      // #endregion
    ],
  };
}

/** `withAppInitializerAuthCheck` does not renew an access token that expired while the page was closed. */
function renewSession() {
  const oidcSecurityService = inject(OidcSecurityService);
  return oidcSecurityService.getRefreshToken().pipe(
    switchMap((token) => (token ? oidcSecurityService.checkAuthIncludingServer() : EMPTY)),
    // #region hardening: one-renewal
    // A tab that waited for another one's renewal has the tokens, and does not know yet whose they are.
    switchMap(() => oidcSecurityService.checkAuth(location.origin)),
    // #endregion
    // #region hardening: outage
    showPageAnyway(),
    // #endregion
    catchError(() => EMPTY),
  );
}

// `buildAngularAuthConfig` is in 4.2.0 and gone from 5.0 on, hence the exact version in package.json.
import { buildAngularAuthConfig, UserScope } from '@logto/js';
import type { OpenIdConfiguration } from 'angular-auth-oidc-client';
import type { Settings } from '../settings';

/** Under which the library stores what it knows: tokens of one Logto are no good at another. */
export function configId({ endpoint, appId }: Settings): string {
  return `${endpoint} ${appId}`;
}

/** Logto's userinfo endpoint, which answers only to an access token that Logto still accepts. */
export function userinfoUrl({ endpoint }: Settings): string {
  return new URL('/oidc/me', endpoint).href;
}

/** What Logto's guide configures, and below it what keeps a session alive in more than one tab. */
export function authConfig(settings: Settings): OpenIdConfiguration {
  return {
    ...buildAngularAuthConfig({
      endpoint: settings.endpoint,
      appId: settings.appId,
      redirectUri: `${location.origin}/callback`,
      postLogoutRedirectUri: `${location.origin}/`,
      scopes: [UserScope.Email],
    }),
    configId: configId(settings),

    // A refresh token works once. The lock lets one tab renew while the others wait for its result.
    useRefreshTokenLock: true,
    // Logto repeats the first nonce in each renewed ID token; the library expects none and would sign out.
    ignoreNonceAfterRefresh: true,
    // Renew before the access token expires, not after: look every second, with a second to spare.
    renewTimeBeforeTokenExpiresInSeconds: 1,
    tokenRefreshInSeconds: 1,
    // How long a renewal goes on trying while Logto is away. When this is over, everybody is signed
    // out; the library's 20 seconds are less than a restart takes.
    silentRenewTimeoutInSeconds: 24 * 60 * 60,
    // The ID token has the claims. A failing userinfo request would end a session just renewed.
    autoUserInfo: false,

    // Logto checks the request before the browser leaves the page: a wrong App ID or redirect URI
    // becomes an answer that this application can explain (RFC 9126).
    usePushedAuthorisationRequests: true,
    // The callback page goes on by itself, to where the visitor came from.
    triggerAuthorizationResultEvent: true,

    // `authInterceptor` adds the access token to requests that start with these.
    secureRoutes: [userinfoUrl(settings)],
  };
}

import {
  type Client,
  type Configuration,
  errors,
  type KoaContextWithOIDC,
  type ResourceServer,
} from 'oidc-provider';
import { day, hour } from '../clock.ts';
import type { Context } from '../context.ts';
import { createAdapter } from './adapter.ts';
import { claimsByScope, claimsOf } from './claims.ts';
import { extraClientMetadata } from './clients.ts';
import { extraParams, interactionUrl } from './login-url.ts';
import { signedOutPage, signingOutPage } from './logout-pages.ts';
import { isRedirectOrigin } from './redirect-uris.ts';
import { refreshTokenRules } from './refresh-tokens.ts';
import { defaultResource, findResourceServer } from './resources.ts';

/** `oidc-provider` set up as Logto sets it up. */
export function oidcConfiguration(context: Context): Configuration {
  const cookie = { sameSite: 'lax', path: '/', signed: true, overwrite: true } as const;
  const refreshTokens = refreshTokenRules(context);
  return {
    adapter: (kind: string) => createAdapter(context, kind),
    cookies: { keys: [context.cookieKey], long: cookie, short: cookie },
    jwks: { keys: [context.signingKey] },
    clientDefaults: { id_token_signed_response_alg: 'ES384' },
    enabledJWA: {
      idTokenSigningAlgValues: ['ES384'],
      clientAuthSigningAlgValues: ['HS256', 'RS256', 'PS256', 'ES256', 'Ed25519', 'EdDSA'],
    },
    responseTypes: ['code id_token', 'code', 'id_token', 'none'],
    // Logto takes tokens fifteen seconds longer; a lifetime that was asked for is exact.
    clockTolerance: context.ttl.accessToken === undefined ? 15 : 0,
    conformIdTokenClaims: false,
    claims: claimsByScope,
    formats: {
      customizers: {
        // Logto's fork leaves no user's token without a scope.
        jwt: (_ctx, { kind }, { payload }) => {
          if (kind !== 'ClientCredentials') {
            payload.scope ??= '';
          }
        },
      },
    },
    extraParams,
    extraClientMetadata: { properties: extraClientMetadata },
    clientBasedCORS: (ctx, origin, client) =>
      ctx.URL.origin === origin ||
      isRedirectOrigin(client.metadata(), origin) ||
      ((client.metadata().corsAllowedOrigins as string[] | undefined) ?? []).includes(origin),
    findAccount: async (_ctx, id) => {
      const user = context.store.users.get(id);
      // The token may have been issued before the user was deleted or suspended.
      if (!user) {
        throw new errors.InvalidGrant('user not found');
      }
      if (user.isSuspended) {
        throw new errors.InvalidGrant('user is suspended');
      }
      return {
        accountId: id,
        claims: async (use, scope) => claimsOf(context.store, user, use, scope),
      };
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: true },
      revocation: { enabled: true, allowedPolicy: mayRevoke },
      introspection: { enabled: true, allowedPolicy: mayIntrospect },
      clientCredentials: { enabled: true },
      dPoP: { enabled: false },
      backchannelLogout: { enabled: true },
      deviceFlow: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: signingOutPage,
        postLogoutSuccessSource: signedOutPage,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: (ctx) => defaultResource(context, ctx),
        useGrantedResource: () => false,
        getResourceServerInfo: (ctx, indicator) =>
          findResourceServer(context, ctx, indicator) as ResourceServer,
      },
    },
    interactions: {
      url: (ctx, { prompt, params }) => interactionUrl(ctx, prompt.name, params),
    },
    loadExistingGrant: async ({ oidc: { client, provider, result, session } }) => {
      const grantId = result?.consent?.grantId ?? (client && session?.grantIdFor(client.clientId));
      return grantId ? provider.Grant.find(String(grantId)) : undefined;
    },
    issueRefreshToken: (_ctx, client, code) =>
      client.grantTypeAllowed('refresh_token') &&
      (code.scopes.has('offline_access') ||
        (client.applicationType === 'web' && client.metadata().alwaysIssueRefreshToken === true)),
    rotateRefreshToken: refreshTokens.rotate,
    pkce: { required: (_ctx, client) => client.clientAuthMethod !== 'client_secret_basic' },
    renderError: (ctx, out) => {
      ctx.body = out;
    },
    ttl: {
      AccessToken: (_ctx, token) =>
        context.ttl.accessToken ?? token.resourceServer?.accessTokenTTL ?? hour,
      // Not `ttl.accessToken`: that is for users' tokens, and whoever sets Logto up keeps its own.
      ClientCredentials: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? hour,
      AuthorizationCode: 60,
      DeviceCode: hour / 6,
      Grant: 180 * day,
      IdToken: (_ctx, _token, client) => Number(client.metadata().idTokenTtl ?? hour),
      Interaction: hour,
      RefreshToken: refreshTokens.ttl,
      Session: 14 * day,
    },
  };
}

/** As the library has it by default, of which it says so on standard output. */
function mayIntrospect(_ctx: KoaContextWithOIDC, client: Client, token: { clientId?: string }) {
  return client.clientAuthMethod !== 'none' || token.clientId === client.clientId;
}

/** As the library has it by default: nobody takes back the token of another. */
function mayRevoke(_ctx: KoaContextWithOIDC, client: Client, token: { clientId?: string }) {
  if (token.clientId === client.clientId) {
    return true;
  }
  if (client.clientAuthMethod === 'none') {
    return false;
  }
  throw new errors.InvalidRequest('client is not authorized to revoke the presented token');
}

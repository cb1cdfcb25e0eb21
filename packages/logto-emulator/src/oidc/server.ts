import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';
import type { Context } from '../context.ts';

/** OpenID Connect below `/oidc`. */
export interface OidcServer {
  readonly provider: Provider;
  /** Answers a request whose path starts with `/oidc`. */
  readonly listener: RequestListener;
}

export function createOidcServer(context: Context): OidcServer {
  const provider = new Provider(context.issuer, {
    jwks: { keys: [context.signingKey] },
    enabledJWA: { idTokenSigningAlgValues: ['ES384'] },
    clientDefaults: { id_token_signed_response_alg: 'ES384' },
    features: { devInteractions: { enabled: false } },
  });
  const callback = provider.callback();
  return {
    provider,
    listener(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) {
      request.originalUrl = request.url ?? '/';
      request.url = request.originalUrl.slice('/oidc'.length) || '/';
      return callback(request, response);
    },
  };
}

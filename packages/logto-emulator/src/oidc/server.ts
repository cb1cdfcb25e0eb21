import type { IncomingMessage, ServerResponse } from 'node:http';
import { type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Context } from '../context.ts';
import { acceptEverySecret } from './client-secret.ts';
import { oidcConfiguration } from './configuration.ts';
import { answerErrors } from './error-body.ts';
import { keepInteractionsApart } from './interactions.ts';
import { readRequestBody } from './request-body.ts';

/** OpenID Connect below `/oidc`. */
export interface OidcServer {
  readonly provider: Provider;
  /** Answers a request whose path starts with `/oidc`. */
  listener(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export function createOidcServer(context: Context): OidcServer {
  const provider = new Provider(context.issuer, oidcConfiguration(context));
  const middleware = [
    answerErrors,
    keepInteractionsApart,
    readRequestBody,
    acceptEverySecret(context),
    splitResources,
    keepKeysFresh,
  ];
  for (const step of middleware) provider.use(step as Parameters<Provider['use']>[0]);
  const callback = provider.callback();
  return {
    provider,
    listener(request: IncomingMessage & { originalUrl?: string }, response) {
      request.originalUrl = request.url ?? '/';
      request.url = request.originalUrl.slice('/oidc'.length) || '/';
      return callback(request, response);
    },
  };
}

/** Logto takes several resources in one parameter, with commas between them. */
async function splitResources(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  const { resource } = ctx.query;
  if (resource?.includes(',')) {
    ctx.query = { ...ctx.query, resource: [resource].flat().flatMap((text) => text.split(',')) };
  }
  await next();
}

/** Browsers ask again for the keys, so that a new one is known at once. */
async function keepKeysFresh(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  if (ctx.path === '/jwks') ctx.set('cache-control', 'no-cache, max-age=0, must-revalidate');
}

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Context } from '../context.ts';
import { acceptEverySecret } from './client-secret.ts';
import { tokenExchange } from './clients.ts';
import { compress } from './compress.ts';
import { oidcConfiguration } from './configuration.ts';
import { answerErrors } from './error-body.ts';
import { keepInteractionsApart } from './interactions.ts';
import { matchRedirectUris } from './redirect-uris.ts';
import { handBodyOn, readRequestBody } from './request-body.ts';
import { notSupported, refuseDeviceFlow } from './unsupported.ts';

/** OpenID Connect below `/oidc`. */
export interface OidcServer {
  readonly provider: Provider;
  /** Answers a request whose path starts with `/oidc`. */
  listener(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export function createOidcServer(context: Context): OidcServer {
  const provider = new Provider(context.issuer, oidcConfiguration(context));
  matchRedirectUris(provider);
  provider.registerGrantType(tokenExchange, async () => {
    throw notSupported('token exchange');
  });
  const middleware = [
    answerWhenSaved(context),
    compress,
    answerErrors,
    refuseDeviceFlow,
    nameMountPath,
    answerUnchanged,
    keepInteractionsApart,
    readRequestBody,
    acceptEverySecret(context),
    handBodyOn,
    splitResources,
    keepKeysFresh,
    nameEmptyScope,
  ];
  for (const step of middleware) {
    provider.use(step as Parameters<Provider['use']>[0]);
  }
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

/** What is answered is on the disk: an answer that promises more would be lost with a kill. */
function answerWhenSaved({ saved }: Context) {
  return async (_ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    await saved();
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
  if (ctx.path === '/jwks') {
    ctx.set('cache-control', 'no-cache, max-age=0, must-revalidate');
  }
}

/** The library tells its mount path by the address of the request, which is changed for some. */
async function nameMountPath(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  Object.assign(ctx, { mountPath: '/oidc' });
  await next();
}

/** Answers 304 to who has the same already. */
async function answerUnchanged(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  if (ctx.method !== 'GET' || !ctx.body) {
    return;
  }
  ctx.response.etag = createHash('sha1').update(JSON.stringify(ctx.body)).digest('base64url');
  if (ctx.fresh) {
    ctx.status = 304;
    ctx.body = null;
  }
}

/** Logto's fork of the library says of every user's access token which scope it has, if only none. */
async function nameEmptyScope(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  const body = ctx.body as { access_token?: string; active?: boolean; scope?: string } | undefined;
  const isForMachine = ctx.oidc?.params?.grant_type === 'client_credentials';
  if ((body?.access_token !== undefined && !isForMachine) || body?.active === true) {
    body.scope ??= '';
  }
}

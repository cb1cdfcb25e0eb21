import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context } from '../context.ts';
import type { OidcServer } from '../oidc/server.ts';

/** Header of an answer that says that there is no such route here. */
export const unrouted = 'x-unrouted';

/**
 * The Experience API, mounted at `/api/experience`: what the sign-in pages are made with. Its routes, with
 * the guards of their bodies, are loaded by the first request, so that starting does not wait for them.
 */
export function experienceRoutes(
  context: Context,
  oidc: OidcServer,
): Hono<{ Bindings: HttpBindings }> {
  let loading: Promise<Hono<{ Bindings: HttpBindings }>> | undefined;
  return new Hono<{ Bindings: HttpBindings }>().all('*', async (c, next) => {
    loading ??= import('./routes.ts').then(({ createRoutes }) => createRoutes(context, oidc));
    const response = await (await loading).fetch(c.req.raw, c.env);
    // What no route of these takes is answered by the routes after them: 501, 405 or 404.
    return response.headers.has(unrouted) ? next() : response;
  });
}

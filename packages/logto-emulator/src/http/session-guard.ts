import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import type { Context } from '../context.ts';
import { findInteraction } from '../oidc/interactions.ts';
import type { OidcServer } from '../oidc/server.ts';
import { redirectTo } from './answers.ts';

/** Pages that make sense only in the middle of an authorization request. */
const guarded = [
  '/sign-in',
  '/consent',
  '/register',
  '/single-sign-on',
  '/social/register',
  '/forgot-password',
];

/** Sends who opens such a page without an interaction to where the tenant says, or to a page of its own. */
export function sessionGuard(
  { store, url }: Context,
  { provider }: OidcServer,
): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const isGuarded = c.req.path === '/' || guarded.some((path) => c.req.path.startsWith(path));
    if (!isGuarded || c.req.query('preview')) {
      return next();
    }
    try {
      await findInteraction(provider, c.env.incoming, c.env.outgoing);
    } catch {
      return redirectTo(
        store.signInExperience.unknownSessionRedirectUrl ?? `${url}/unknown-session`,
      );
    }
    return next();
  };
}

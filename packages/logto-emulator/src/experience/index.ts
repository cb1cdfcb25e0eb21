import { Hono } from 'hono';
import type { Context } from '../context.ts';
import type { OidcServer } from '../oidc/server.ts';

/** The Experience API, mounted at `/api/experience`. */
export function experienceRoutes(_context: Context, _oidc: OidcServer): Hono {
  return new Hono();
}

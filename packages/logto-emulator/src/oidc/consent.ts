import { Hono } from 'hono';
import type { Context } from '../context.ts';
import type { OidcServer } from './server.ts';

/** The consent page, which finishes on the server: every application here is a first-party one. */
export function consentRoute(_context: Context, _oidc: OidcServer): Hono {
  return new Hono();
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Context } from '../context.ts';
import type { OidcServer } from '../oidc/server.ts';
import { createApp } from './app.ts';

/** What answers everything that is not below `/oidc`. */
export function createListener(
  context: Context,
  oidc: OidcServer,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return getRequestListener(createApp(context, oidc).fetch);
}

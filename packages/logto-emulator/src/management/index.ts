import { Hono } from 'hono';
import type { Context } from '../context.ts';

/**
 * Every API of Logto's below `/api` but the Experience API, mounted at `/api`. The routes, with the
 * guards of all their bodies and Logto's kit, are loaded by the first request, so that starting the
 * emulator does not wait for them.
 */
export function managementRoutes(context: Context): Hono {
  let loading: Promise<Hono> | undefined;
  return new Hono().all('*', async (c) => {
    loading ??= import('./routes.ts').then(({ createRoutes }) => createRoutes(context));
    return (await loading).fetch(c.req.raw, c.env);
  });
}

import { Hono } from 'hono';

/** Whether the server runs: always 204. */
export function statusRoutes(): Hono {
  return new Hono().get('/status', (c) => c.body(null, 204));
}

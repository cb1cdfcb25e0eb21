import { Hono } from 'hono';
import type { Context } from '../context.ts';

/** The sign-in pages, mounted at the root. */
export function pagesRoutes(_context: Context): Hono {
  return new Hono();
}

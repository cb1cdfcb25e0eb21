import { Hono } from 'hono';
import type { Context } from '../context.ts';

/** The Management API, mounted at `/api`. */
export function managementRoutes(_context: Context): Hono {
  return new Hono();
}

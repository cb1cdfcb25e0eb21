import { STATUS_CODES } from 'node:http';
import type { Context as HonoContext } from 'hono';

/** A redirect as Logto's framework answers it, with the address in the body. */
export function redirectTo(location: string): Response {
  return new Response(`Redirecting to ${location}.`, {
    status: 302,
    headers: { location, 'content-type': 'text/html; charset=utf-8' },
  });
}

/** An answer whose body is the name of its status (`Created`), as Logto's server gives without a body. */
export function answerText(c: HonoContext, status: 200 | 201 | 404 | 405): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return c.body(STATUS_CODES[status] ?? '', status, headers);
}

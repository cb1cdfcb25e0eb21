import type { Context as HonoContext } from 'hono';
import { answerText } from '../http/answers.ts';
import { RequestError } from '../http/request-error.ts';
import { routesAt } from './known-routes.ts';

/**
 * Answers what no route of the emulator takes: 501 for a route that Logto has and the emulator does
 * not, 405 (and `OPTIONS` 200) for another method, 404 for a path that Logto does not have either.
 *
 * @throws RequestError `emulator.not_supported` (501)
 */
export function answerUnsupported(c: HonoContext): Response {
  const path = c.req.path.replace(/^\/api/, '');
  const methods = routesAt(path).map(({ method }) => method);
  if (methods.length === 0) {
    return answerText(c, 404);
  }
  if (methods.includes(c.req.method)) {
    throw new RequestError({
      code: 'emulator.not_supported',
      status: 501,
      what: `${c.req.method} /api${path}`,
    });
  }
  c.header('Allow', [...(methods.includes('GET') ? ['HEAD'] : []), ...methods].join(', '));
  if (c.req.method !== 'OPTIONS') {
    return answerText(c, 405);
  }
  return c.body('', 200, { 'content-type': 'text/plain; charset=utf-8' });
}

import type { Hono, Context as HonoContext } from 'hono';
import type { Visitor } from '../experience/interaction.ts';
import { clientIp } from '../http/request.ts';
import type { Caller } from './authentication.ts';

export interface Env {
  Variables: { caller: Caller };
}

/** Routes that know which user calls. */
export type AccountApp = Hono<Env>;

/** What is known of the caller's browser. */
export function visitorOf(c: HonoContext<Env>): Visitor {
  return {
    ip: clientIp(c) ?? '',
    userAgent: c.req.header('user-agent'),
    acceptLanguage: c.req.header('accept-language'),
  };
}

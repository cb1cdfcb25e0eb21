import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Context } from '../context.ts';
import { RequestError } from '../http/request-error.ts';
import { authenticateUser } from './authentication.ts';
import type { AccountApp, Env } from './caller-app.ts';
import { addMyAccountRoutes } from './my-account-routes.ts';
import { addVerificationRoutes } from './verification-routes.ts';

/** The Account API: what signed-in users do with their own account. */
export function accountRoutes(context: Context): Hono {
  const app: AccountApp = new Hono<Env>();
  for (const path of ['/my-account', '/my-account/*', '/verifications/*']) {
    // Applications in the browser call it, from wherever they are.
    app.use(path, cors({ origin: (origin) => origin || '*', exposeHeaders: ['*'] }));
    app.use(path, async (c, next) => {
      c.set(
        'caller',
        authenticateUser(context, (name) => c.req.header(name)),
      );
      if (path.startsWith('/my-account') && !context.store.accountCenter.enabled) {
        throw new RequestError('account_center.not_enabled');
      }
      await next();
    });
  }
  addMyAccountRoutes(app, context);
  addVerificationRoutes(app, context);
  return new Hono().route('/', app);
}

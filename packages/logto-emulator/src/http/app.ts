import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { experienceRoutes } from '../experience/index.ts';
import { managementRoutes } from '../management/index.ts';
import { consentInfoRoute, consentRoute } from '../oidc/consent.ts';
import type { OidcServer } from '../oidc/server.ts';
import { notSupported } from '../oidc/unsupported.ts';
import { pagesRoutes } from '../pages/index.ts';
import { answerError } from './answer-error.ts';
import { answerText } from './answers.ts';
import { sessionGuard } from './session-guard.ts';

/** Everything that is not below `/oidc`. */
export function createApp(context: Context, oidc: OidcServer) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.onError(answerError);
  app.use(async (c, next) => {
    await next();
    await context.saved();
    // Logto names the character set, the framework does not.
    if (c.res.headers.get('content-type') === 'application/json') {
      c.res.headers.set('content-type', 'application/json; charset=utf-8');
    }
  });
  app.route('/api/experience', experienceRoutes(context, oidc));
  app.route('/api/interaction/consent', consentInfoRoute(context, oidc));
  app.route('/api', managementRoutes(context));
  // Below /oidc there are some.
  app.all('/.well-known/*', (c) => answerText(c, 404));
  app.all('/device', () => {
    throw notSupported('the device flow');
  });
  app.use(sessionGuard(context, oidc));
  app.route('/consent', consentRoute(context, oidc));
  app.route('/', pagesRoutes(context));
  return app;
}

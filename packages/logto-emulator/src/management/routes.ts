import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { answerError } from '../http/answer-error.ts';
import { applicationRoleRoutes } from './application-roles.ts';
import { applicationSecretRoutes } from './application-secrets.ts';
import { applicationRoutes } from './applications.ts';
import { authenticate } from './authentication.ts';
import { checkPasswordRoutes } from './check-password.ts';
import { connectorFactoryRoutes } from './connector-factories.ts';
import { connectorTestRoutes } from './connector-test.ts';
import { connectorRoutes } from './connectors.ts';
import { emailTemplateRoutes } from './email-templates.ts';
import { routesAt } from './known-routes.ts';
import { resourceRoutes } from './resources.ts';
import { roleHolderRoutes } from './role-holders.ts';
import { roleScopeRoutes } from './role-scopes.ts';
import { roleRoutes } from './roles.ts';
import { scopeRoutes } from './scopes.ts';
import { signInExperienceRoutes } from './sign-in-experience.ts';
import { statusRoutes } from './status.ts';
import { answerUnsupported } from './unsupported.ts';
import { userDetailRoutes } from './user-details.ts';
import { userRoleRoutes } from './user-roles.ts';
import { userRoutes } from './users.ts';
import { verificationCodeRoutes } from './verification-codes.ts';
import { wellKnownRoutes } from './well-known.ts';

/** One entry a resource; SUPPORTED.md is made from the routes that they add. */
const resources: readonly ((context: Context) => Hono)[] = [
  statusRoutes,
  applicationRoutes,
  applicationSecretRoutes,
  connectorFactoryRoutes,
  connectorTestRoutes,
  connectorRoutes,
  signInExperienceRoutes,
  checkPasswordRoutes,
  verificationCodeRoutes,
  userRoutes,
  userDetailRoutes,
  userRoleRoutes,
  roleRoutes,
  roleScopeRoutes,
  roleHolderRoutes,
  applicationRoleRoutes,
  resourceRoutes,
  scopeRoutes,
  emailTemplateRoutes,
  wellKnownRoutes,
];

/**
 * The routes below `/api`: the check of the access token before those that need one, and for what is
 * not supported an answer that says so.
 */
export function createRoutes(context: Context): Hono {
  const app = new Hono({ strict: false }).basePath('/api');
  app.onError(answerError);
  app.use(async (c, next) => {
    const path = c.req.path.replace(/^\/api/, '');
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    const route = routesAt(path).find((candidate) => candidate.method === method);
    if (route?.audience === 'management') {
      await authenticate(context, c.req.header('authorization'));
    }
    await next();
  });
  for (const routes of resources) {
    app.route('/', routes(context));
  }
  app.all('*', answerUnsupported);
  return app;
}

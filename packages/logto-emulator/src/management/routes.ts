import { Hono } from 'hono';
import { accountRoutes } from '../account/index.ts';
import type { Context } from '../context.ts';
import { answerError } from '../http/answer-error.ts';
import { accountCenterRoutes } from './account-center/account-center.ts';
import { applicationRoleRoutes } from './applications/application-roles.ts';
import { applicationSecretRoutes } from './applications/application-secrets.ts';
import { applicationRoutes } from './applications/applications.ts';
import { authenticate } from './authentication.ts';
import { connectorFactoryRoutes } from './connectors/connector-factories.ts';
import { connectorTestRoutes } from './connectors/connector-test.ts';
import { connectorRoutes } from './connectors/connectors.ts';
import { emailTemplateRoutes } from './email-templates/email-templates.ts';
import { routesAt } from './known-routes.ts';
import { oneTimeTokenRoutes } from './one-time-tokens/one-time-tokens.ts';
import { organizationInvitationRoutes } from './organizations/organization-invitations.ts';
import { organizationUserRoutes } from './organizations/organization-users.ts';
import { organizationRoutes } from './organizations/organizations.ts';
import { resourceRoutes } from './resources/resources.ts';
import { scopeRoutes } from './resources/scopes.ts';
import { roleHolderRoutes } from './roles/role-holders.ts';
import { roleScopeRoutes } from './roles/role-scopes.ts';
import { roleRoutes } from './roles/roles.ts';
import { checkPasswordRoutes } from './sign-in-experience/check-password.ts';
import { signInExperienceRoutes } from './sign-in-experience/sign-in-experience.ts';
import { wellKnownRoutes } from './sign-in-experience/well-known.ts';
import { answerUnsupported } from './unsupported.ts';
import { userDetailRoutes } from './users/user-details.ts';
import { userRoleRoutes } from './users/user-roles.ts';
import { userRoutes } from './users/users.ts';
import { verificationCodeRoutes } from './verification-codes/verification-codes.ts';

/** One entry a resource; SUPPORTED.md is made from the routes that they add. */
const resources: readonly ((context: Context) => Hono)[] = [
  applicationRoutes,
  applicationSecretRoutes,
  connectorFactoryRoutes,
  connectorTestRoutes,
  connectorRoutes,
  signInExperienceRoutes,
  accountCenterRoutes,
  checkPasswordRoutes,
  verificationCodeRoutes,
  oneTimeTokenRoutes,
  userRoutes,
  userDetailRoutes,
  userRoleRoutes,
  roleRoutes,
  roleScopeRoutes,
  roleHolderRoutes,
  applicationRoleRoutes,
  resourceRoutes,
  scopeRoutes,
  organizationRoutes,
  organizationUserRoutes,
  organizationInvitationRoutes,
  emailTemplateRoutes,
  wellKnownRoutes,
  accountRoutes,
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
  app.get('/status', (c) => c.body(null, 204));
  for (const routes of resources) {
    app.route('/', routes(context));
  }
  app.all('*', answerUnsupported);
  return app;
}

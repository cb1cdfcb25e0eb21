import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { redirectTo } from '../http/answers.ts';
import { RequestError } from '../http/request-error.ts';
import { pageOfLink } from './consent-link.ts';
import { findInteraction } from './interactions.ts';
import type { OidcServer } from './server.ts';
import { notSupported } from './unsupported.ts';

interface MissingScopes {
  missingOIDCScope?: string[];
  missingResourceScopes?: Record<string, string[]>;
}

/**
 * The consent page, mounted at `/consent`. It asks nobody: first-party applications get what they ask for, and
 * there is no page for others.
 */
export function consentRoute(context: Context, { provider }: OidcServer) {
  const { store } = context;
  const route = new Hono<{ Bindings: HttpBindings }>();
  route.get('/', async (c) => {
    const interaction = await findInteraction(provider, c.env.incoming, c.env.outgoing);
    const { session, grantId, params, prompt } = interaction;
    if (!session) {
      throw new RequestError('session.not_found');
    }
    const clientId = String(params.client_id);
    if (store.applications.get(clientId)?.isThirdParty) {
      throw notSupported('the consent page of third-party applications');
    }
    const page = pageOfLink(context, interaction, c.req.header('accept-language'));
    if (page !== undefined) {
      return redirectTo(page);
    }
    const existing = grantId ? await provider.Grant.find(grantId) : undefined;
    const grant = existing ?? new provider.Grant({ accountId: session.accountId, clientId });
    const { missingOIDCScope = [], missingResourceScopes = {} } = prompt.details as MissingScopes;
    if (missingOIDCScope.length > 0) {
      grant.addOIDCScope(missingOIDCScope.join(' '));
    }
    for (const [indicator, scopes] of Object.entries(missingResourceScopes)) {
      grant.addResourceScope(indicator, scopes.join(' '));
    }
    // The application that a user consents to first is on record as the one they came from.
    if (store.users.get(session.accountId)?.applicationId === null) {
      store.users.update(session.accountId, { applicationId: clientId });
    }
    interaction.result = {
      ...interaction.lastSubmission,
      consent: { grantId: await grant.save() },
    };
    await interaction.persist();
    return redirectTo(interaction.returnTo);
  });
  return route;
}

/** What the pages may say of who is signed in, mounted at `/api/interaction/consent`. */
export function consentInfoRoute({ store }: Context, { provider }: OidcServer) {
  const route = new Hono<{ Bindings: HttpBindings }>();
  route.get('/', async (c) => {
    const { session, params, prompt } = await findInteraction(
      provider,
      c.env.incoming,
      c.env.outgoing,
    );
    const user = session && store.users.get(session.accountId);
    const application = store.applications.get(String(params.client_id));
    if (!user || !application) {
      throw new RequestError('session.not_found');
    }
    const { missingOIDCScope } = prompt.details as MissingScopes;
    return c.json({
      application: { id: application.id, name: application.name },
      user: {
        id: user.id,
        name: user.name,
        avatar: user.avatar,
        username: user.username,
        primaryEmail: user.primaryEmail,
        primaryPhone: user.primaryPhone,
      },
      organizations: [],
      missingOIDCScope: missingOIDCScope?.filter(
        (scope) => !['openid', 'offline_access'].includes(scope),
      ),
      missingResourceScopes: [],
      redirectUri: params.redirect_uri,
    });
  });
  return route;
}

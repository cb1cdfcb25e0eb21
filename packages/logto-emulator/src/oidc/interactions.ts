import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Interaction, type KoaContextWithOIDC, type Provider } from 'oidc-provider';

/** An interaction that a browser is in the middle of, as it is stored. */
export type StoredInteraction = InstanceType<Provider['Interaction']> & Interaction;

const cookieName = '_interaction';

/**
 * Several applications may be signed in to at once in one browser. Logto therefore keeps in its cookie
 * the interaction of each client, and beside them the last one of all for who does not say which.
 */
type CookieValue = Record<string, string> & { _legacy?: string };

/** Makes `oidc-provider`, which knows one interaction a browser, write the cookie of several. */
export async function keepInteractionsApart(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
): Promise<void> {
  const { cookies } = ctx;
  const set = cookies.set.bind(cookies);
  cookies.set = (name, value, options) => {
    const clientId = name === cookieName ? ctx.oidc.client?.clientId : undefined;
    if (clientId === undefined || !value) {
      return set(name, value, options);
    }
    const before = parse(cookies.get(cookieName, { signed: true }));
    return set(name, JSON.stringify({ ...before, [clientId]: value, _legacy: value }), options);
  };
  await next();
}

/**
 * The interaction that a request belongs to: that of the client named in the header `logto-app-id` or in
 * the query's `app_id`, else the last one.
 *
 * @throws SessionNotFound when there is none, it expired, or somebody else signed in meanwhile
 */
export async function findInteraction(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<StoredInteraction> {
  const ctx = provider.createContext(request, response);
  const cookie = parse(ctx.cookies.get(cookieName, { signed: true }));
  const header = request.headers['logto-app-id'];
  const clientId = (typeof header === 'string' && header) || ctx.URL.searchParams.get('app_id');
  const uid = (clientId && cookie[clientId]) || cookie._legacy;
  const interaction = uid === undefined ? undefined : await provider.Interaction.find(uid);
  if (!interaction) {
    throw new errors.SessionNotFound('interaction session not found');
  }
  if (clientId && interaction.params.client_id !== clientId) {
    throw new errors.SessionNotFound('interaction client_id mismatch');
  }
  if (interaction.session?.uid) {
    const session = await provider.Session.findByUid(interaction.session.uid);
    if (!session) {
      throw new errors.SessionNotFound('session not found');
    }
    if (interaction.session.accountId !== session.accountId) {
      throw new errors.SessionNotFound('session principal changed');
    }
  }
  return interaction as StoredInteraction;
}

function parse(value: string | undefined): CookieValue {
  if (!value) {
    return {};
  }
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null ? (parsed as CookieValue) : {};
  } catch {
    return { _legacy: value };
  }
}

import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { Context } from '../context.ts';

interface Credentials {
  id?: string;
  secret?: string;
}

/**
 * An application may have several secrets; `oidc-provider` knows one a client. A request with any of
 * them is changed to have the application's internal one.
 */
export function acceptEverySecret({ store, clock }: Context) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    const header = fromHeader(ctx.get('authorization'));
    const body = (ctx.request as { body?: Record<string, unknown> }).body ?? {};
    const { id, secret } = header.id ? header : fromBody(body);
    const found =
      id && secret
        ? store.applicationSecrets.find(
            ({ applicationId, value }) => applicationId === id && value === secret,
          )
        : undefined;
    const application = found && store.applications.get(found.applicationId);
    if (!found || !application) {
      return next();
    }
    if (found.expiresAt !== null && found.expiresAt < clock.now().getTime()) {
      throw new errors.InvalidRequest('client secret has expired');
    }
    if (header.id) {
      const credentials = Buffer.from(`${id}:${application.secret}`).toString('base64');
      ctx.req.headers.authorization = `Basic ${credentials}`;
    } else {
      body.client_secret = application.secret;
    }
    return next();
  };
}

function fromHeader(value: string): Credentials {
  const encoded = /^basic (\S+)$/i.exec(value)?.[1];
  if (!encoded) {
    return {};
  }
  const [id, secret] = Buffer.from(encoded, 'base64').toString().split(':').map(decode);
  return { id, secret };
}

/** RFC 6749 has id and secret form-encoded before they are joined. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    return undefined;
  }
}

function fromBody({ client_id: id, client_secret: secret }: Record<string, unknown>): Credentials {
  return typeof id === 'string' && typeof secret === 'string' ? { id, secret } : {};
}

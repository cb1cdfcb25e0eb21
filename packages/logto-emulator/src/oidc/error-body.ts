import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { preferredLanguage } from '../http/language.ts';
import { errorMessage, hasMessage } from '../http/messages.ts';

/** An error of OpenID Connect in Logto's shape: the standard's fields, and a code and a message before. */
export function toErrorBody(out: Record<string, unknown>, language: 'en' | 'zh-CN') {
  const description = typeof out.error_description === 'string' ? out.error_description : '';
  if (out.error === 'not_supported') {
    return { code: 'emulator.not_supported', message: description, ...out };
  }
  const code = isSessionNotFound(description) ? 'session.not_found' : `oidc.${out.error}`;
  const message = hasMessage(code)
    ? errorMessage(code, language, { code })
    : errorMessage('oidc.provider_error_fallback', language, { code });
  return {
    code,
    message,
    ...(out.error === 'invalid_grant' && {
      error_uri: 'https://openid.sh/debug/invalid_grant',
    }),
    ...out,
  };
}

function isSessionNotFound(description: string): boolean {
  return (
    (description.includes('session') && description.includes('not found')) ||
    description.includes('authorization request has expired')
  );
}

/** Answers errors of OpenID Connect in Logto's shape, unless the query says `parse_error=false`. */
export async function answerErrors(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
): Promise<void> {
  try {
    await next();
    // The library leaves a path that it does not know to others; below /oidc there are none.
    if (ctx.status === 404 && ctx.body === undefined) {
      throw Object.assign(
        new errors.InvalidRequest(
          `unrecognized route or not allowed method (${ctx.method} on ${ctx.path})`,
        ),
        { status: 404, statusCode: 404 },
      );
    }
  } catch (error) {
    if (!(error instanceof errors.OIDCProviderError)) {
      throw error;
    }
    ctx.status = error.statusCode;
    ctx.body = {
      error: error.error,
      ...(error.error_description && { error_description: error.error_description }),
    };
  }
  const { body } = ctx;
  if (ctx.status < 400 || typeof body !== 'object' || body === null || !('error' in body)) {
    return;
  }
  if (ctx.query.parse_error === 'false') {
    return;
  }
  ctx.body = toErrorBody(
    body as Record<string, unknown>,
    preferredLanguage(ctx.get('accept-language')),
  );
}

import { parse, stringify } from 'node:querystring';
import type { KoaContextWithOIDC } from 'oidc-provider';

/** The largest body that the endpoints of OpenID Connect read, in bytes. */
const limit = 56 * 1024;

const form = 'application/x-www-form-urlencoded';

/**
 * Reads bodies before `oidc-provider` does, as Logto does: JSON counts as a form, and a form sent to the
 * authorization or the logout endpoint counts as a query.
 */
export async function readRequestBody(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
): Promise<void> {
  if (ctx.method !== 'POST') {
    return next();
  }
  const text = await readText(ctx);
  if (text === undefined) {
    // What Logto's outer error handler makes of its parser's error.
    ctx.status = 404;
    ctx.body = 'Not Found';
    return;
  }
  const isJson = ctx.is('application/json');
  if (!isJson && !ctx.is(form)) {
    return next();
  }
  const body = isJson ? parseJson(text) : parse(text);
  ctx.req.headers['content-type'] = form;
  // The library takes a body that somebody parsed before it from here.
  Object.assign(ctx.request, { body });
  if (ctx.path !== '/auth' && ctx.path !== '/session/end') {
    return next();
  }
  ctx.method = 'GET';
  ctx.querystring = stringify(body);
  return next();
}

/** The body, `undefined` for one over the limit. */
async function readText({ req }: KoaContextWithOIDC): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > limit) {
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parseJson(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}

import { parse, stringify } from 'node:querystring';
import { errors, type KoaContextWithOIDC } from 'oidc-provider';

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
  if (text.includes('\0')) {
    throw new errors.InvalidRequest('null bytes are not allowed in the request body');
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
  const { querystring } = ctx;
  ctx.method = 'GET';
  ctx.querystring = stringify(body);
  await next();
  // What comes after tells by the method that this was no request for a document.
  ctx.method = 'POST';
  ctx.querystring = querystring;
}

/** The body, `undefined` for one over the limit. */
async function readText({ req }: KoaContextWithOIDC): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    // Read to its end all the same: who is still sending would not hear the answer.
    if (size <= limit) {
      chunks.push(chunk);
    }
  }
  return size > limit ? undefined : Buffer.concat(chunks).toString();
}

function parseJson(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}

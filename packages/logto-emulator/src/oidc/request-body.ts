import { type ParsedUrlQueryInput, parse, stringify } from 'node:querystring';
import { Readable } from 'node:stream';
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
  // Until it is handed on.
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

/**
 * Gives the library the body to parse, in a request that looks as if nobody had read it: where one was read,
 * the library says in the log that it takes what somebody else parsed.
 */
export async function handBodyOn(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
): Promise<void> {
  const { body } = ctx.request as { body?: ParsedUrlQueryInput };
  if (ctx.method === 'POST' && body) {
    const bytes = Buffer.from(stringify(body));
    ctx.req.headers['content-length'] = String(bytes.length);
    ctx.req = Object.create(ctx.req, {
      readable: { value: true },
      iterator: { value: () => Readable.from([bytes]) },
    }) as typeof ctx.req;
    ctx.request.req = ctx.req;
  }
  await next();
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

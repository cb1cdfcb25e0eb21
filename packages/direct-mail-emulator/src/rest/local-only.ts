import type { MiddlewareHandler } from 'hono';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const hostnameOf = (host: string): string => {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return '';
  }
};

/**
 * Keeps other web sites out of the inbox: the Host must be a loopback name or the one the emulator
 * was told to listen on (else a name that an attacker points here could read mails), and a browser
 * must not come from another origin. The API itself is guarded by its signature.
 */
export const localOnly = (listening: string): MiddlewareHandler => {
  const wildcard = listening === '0.0.0.0' || listening === '::';
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const name = hostnameOf(host);
    if (!wildcard && !loopback.has(name) && name !== listening) {
      return context.json({ error: 'Open the emulator as http://localhost' }, 403);
    }
    const origin = context.req.header('origin');
    if (origin && origin !== `http://${host}` && origin !== `https://${host}`) {
      return context.json({ error: 'Requests from other origins are not allowed' }, 403);
    }
    await next();
    return undefined;
  };
};

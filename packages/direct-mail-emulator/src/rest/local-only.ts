import type { MiddlewareHandler } from 'hono';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function hostnameOf(host: string): string {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return '';
  }
}

/**
 * Names that no stranger can point at this machine: addresses, names without a dot (a container's) and
 * those below `.internal`, which is not for public use.
 */
function isPrivateName(name: string): boolean {
  return (
    /^[\d.]+$|^\[/.test(name) || (name !== '' && !name.includes('.')) || name.endsWith('.internal')
  );
}

/**
 * Keeps other web sites out of the inbox: the Host must be a loopback name or the one the emulator
 * was told to listen on (else a name that an attacker points here could read mails), and a browser
 * must not come from another origin. The API itself is guarded by its signature.
 * @param listening the address that the server listens on; one for all addresses takes private names
 */
export function localOnly(listening: string): MiddlewareHandler {
  const everywhere = listening === '0.0.0.0' || listening === '::';
  const isOurs = (name: string) =>
    loopback.has(name) || name === listening || (everywhere && isPrivateName(name));
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!isOurs(hostnameOf(host))) {
      return context.json({ error: 'Open the emulator as http://localhost' }, 403);
    }
    const origin = context.req.header('origin');
    if (origin && origin !== `http://${host}` && origin !== `https://${host}`) {
      return context.json({ error: 'Requests from other origins are not allowed' }, 403);
    }
    await next();
    return undefined;
  };
}

/** Names under which a loopback server is asked; any other means DNS rebinding. */
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Whether a request's `Host` header is one of this server's names. A web page elsewhere can point a
 * name of its own at 127.0.0.1 and talk to local servers; its name in `Host` tells it apart.
 *
 * @param host the interface that was asked for; its own name is accepted too
 */
export function isAllowedHost(header: string | undefined, host: string): boolean {
  if (header === undefined) {
    return false;
  }
  const name = header.replace(/:\d+$/, '').toLowerCase();
  return loopback.test(header) || name === host.toLowerCase();
}

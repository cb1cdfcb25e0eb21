import type { Provider } from 'oidc-provider';
import type { ApplicationType } from '../store/types.ts';

/** What the library gets of a client whose redirect URIs are all of schemes that it does not take. */
const nowhere = 'https://redirect.invalid/';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The redirect URIs as the library takes them. It refuses a client with one that it finds unsafe, such as a
 * scheme of its own in a web application; Logto's fork does not look. All of them stand in the client's
 * `registeredRedirectUris`, by which `matchRedirectUris` decides.
 */
export function forLibrary(type: ApplicationType, uris: readonly string[]): string[] {
  const taken = uris.filter((uri) => isTaken(type, uri));
  return uris.length > 0 && taken.length === 0 ? [nowhere] : taken;
}

function isTaken(type: ApplicationType, uri: string): boolean {
  const parsed = URL.parse(uri);
  if (!parsed || uri.includes('#')) {
    return false;
  }
  const isLoopback = loopback.has(parsed.hostname);
  if (type === 'Native') {
    return { 'http:': isLoopback, 'https:': !isLoopback }[parsed.protocol] ?? false;
  }
  return /^https?:$/.test(parsed.protocol);
}

/** Makes the clients of a provider match redirect URIs as Logto does: with `*` in host names and paths. */
export function matchRedirectUris({ Client }: Provider): void {
  Client.prototype.redirectUriAllowed = function redirectUriAllowed(uri) {
    const registered = registeredOf(this.metadata(), 'registeredRedirectUris');
    if (registered.some((pattern) => matchesRedirectUri(pattern, uri))) {
      return true;
    }
    // RFC 8252, section 7.3: a native application listens on whatever port it gets.
    const parsed = URL.parse(uri);
    return (
      this.applicationType === 'native' &&
      parsed?.protocol === 'http:' &&
      loopback.has(parsed.hostname) &&
      registered.some((pattern) => withoutPort(pattern) === withoutPort(uri))
    );
  };
  Client.prototype.postLogoutRedirectUriAllowed = function postLogoutRedirectUriAllowed(uri) {
    const registered = registeredOf(this.metadata(), 'registeredPostLogoutRedirectUris');
    return registered.some((pattern) => matchesRedirectUri(pattern, uri));
  };
}

/** Whether one of the redirect URIs is of this origin, so that its scripts may call the endpoints. */
export function isRedirectOrigin(metadata: Record<string, unknown>, origin: string): boolean {
  return registeredOf(metadata, 'registeredRedirectUris').some((uri) => {
    const pattern = /^[^:]+:\/\/[^/?#]+/.exec(uri)?.[0];
    return pattern?.includes('*')
      ? matchesRedirectUri(pattern, origin)
      : URL.parse(uri)?.origin === origin;
  });
}

/** Whether a URI is a registered one, or matches it where that has `*` in its host name or its path. */
export function matchesRedirectUri(registered: string, uri: string): boolean {
  const actual = uri.includes('*') ? null : URL.parse(uri);
  if (!registered.includes('*')) {
    return actual !== null && actual.href === URL.parse(registered)?.href;
  }
  const parts = /^[^*:/?#]+:\/\/([^/?#@:[\]]+)(?::\d+)?(\/[^?#]*)?(?:[?#][^*]*)?$/.exec(registered);
  const literal = URL.parse(registered.replaceAll('*', 'x'));
  if (!actual || !parts || !literal) {
    return false;
  }
  const [, host = '', path = '/'] = parts;
  // `*.com` and `app.*` would be anybody's.
  const isTooBroad = host.includes('*') && /^[^.]*$|\*[^.]*(\.[^.]*)?$/.test(host);
  return (
    !isTooBroad &&
    toRegExp(host.toLowerCase(), '[^.]+').test(actual.hostname) &&
    toRegExp(path, '.*').test(actual.pathname) &&
    (['protocol', 'port', 'search', 'hash'] as const).every(
      (name) => actual[name] === literal[name],
    )
  );
}

function toRegExp(pattern: string, wildcard: string): RegExp {
  const literals = pattern.split('*').map((text) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  return new RegExp(`^${literals.join(wildcard)}$`);
}

function withoutPort(uri: string): string | undefined {
  const parsed = URL.parse(uri);
  if (parsed) {
    parsed.port = '';
  }
  return parsed?.href;
}

function registeredOf(metadata: Record<string, unknown>, name: string): string[] {
  return (metadata[name] as string[] | undefined) ?? [];
}

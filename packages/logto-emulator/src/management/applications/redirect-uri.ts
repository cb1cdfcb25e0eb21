const webProtocol = /^https?:$/;
const mobileProtocol = /^(?!http(s)?:)[a-z][\d+_a-z-]*(\.[\d+_a-z-]+)*:$/;

/**
 * Whether Logto takes this as a redirect URI: an http(s) address, in which `*` may stand for a part of
 * the host (below at least one dot) or of the path, or an address with the private scheme of an app.
 */
export function isRedirectUri(uri: string): boolean {
  return isWebRedirectUri(uri) || mobileProtocol.test(protocolOf(uri) ?? '');
}

function isWebRedirectUri(uri: string): boolean {
  if (hasDotSegments(uri)) {
    return false;
  }
  if (uri.includes('*') && !areWildcardsAllowed(uri)) {
    return false;
  }
  return webProtocol.test(protocolOf(uri.replaceAll('*', 'wildcard')) ?? '');
}

function areWildcardsAllowed(uri: string): boolean {
  const match = /^([^*]+):\/\/([^#/?]*)([^#?]*)(.*)$/s.exec(uri);
  if (!match) {
    return false;
  }
  const [, , authority = '', , queryAndHash = ''] = match;
  if (queryAndHash.includes('*') || authority.includes('@') || authority.startsWith('[')) {
    return false;
  }
  const [host = '', port, ...rest] = authority.split(':');
  // More than one colon is no port: the whole of it counts as the host.
  const name = rest.length > 0 ? authority : host;
  if (name.includes('*') && !name.includes('.')) {
    return false;
  }
  return rest.length > 0 || !port?.includes('*');
}

/** `.` and `..` in a path would let a wildcard reach beyond it. */
function hasDotSegments(uri: string): boolean {
  const [, path = ''] = /^.+?:\/\/[^#/?]*([^#?]*)/s.exec(uri) ?? [];
  return path.split('/').some((segment) => /^(\.|\.\.|%2e|%2e%2e)$/i.test(segment));
}

function protocolOf(uri: string): string | undefined {
  return URL.canParse(uri) ? new URL(uri).protocol : undefined;
}

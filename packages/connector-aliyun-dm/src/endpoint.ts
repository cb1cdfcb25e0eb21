import { BlockList, isIP } from 'node:net';

/** Loopback and private ranges of RFC 1122, RFC 1918, RFC 4193 and RFC 4291. */
const nearby = new BlockList();
nearby.addSubnet('127.0.0.0', 8, 'ipv4');
nearby.addSubnet('10.0.0.0', 8, 'ipv4');
nearby.addSubnet('172.16.0.0', 12, 'ipv4');
nearby.addSubnet('192.168.0.0', 16, 'ipv4');
nearby.addAddress('::1', 'ipv6');
nearby.addSubnet('fc00::', 7, 'ipv6');

/** Names that no public DNS answers: RFC 6761, ICANN's `.internal`, and those inside a cluster. */
const nearbySuffixes = ['.localhost', '.internal', '.svc', '.cluster.local'];

/**
 * Whether plain http may be spoken to this host: loopback, a private address, a single-label name
 * (`localhost`, a container's name), or a name of the kinds above.
 */
function mayBePlain(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(address);
  if (family !== 0) {
    return nearby.check(address, family === 4 ? 'ipv4' : 'ipv6');
  }
  return !hostname.includes('.') || nearbySuffixes.some((suffix) => hostname.endsWith(suffix));
}

/** `host`, `host:port` or an origin; what has no scheme is taken as https. */
function withScheme(endpoint: string): string {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(endpoint) ? endpoint : `https://${endpoint}`;
}

/** What is wrong with an endpoint of one's own, as the end of a sentence, or `undefined`. */
export function endpointProblem(endpoint: string): string | undefined {
  const url = URL.parse(withScheme(endpoint));
  if (!url?.hostname || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return 'is not an address: write an origin such as https://dm.aliyuncs.com.';
  }
  if (url.username || url.password || url.pathname !== '/' || url.search || url.hash) {
    return 'has more than an origin: leave out the user, path, query and fragment.';
  }
  if (url.protocol === 'http:' && !mayBePlain(url.hostname)) {
    return 'uses plain http to a public host: use https. Plain http is for loopback, private addresses, single-label host names and those that end in .localhost, .internal, .svc or .cluster.local.';
  }
  return undefined;
}

/** The URL to post to. The endpoint has to have passed {@link endpointProblem}. */
export function endpointUrl(endpoint: string): URL {
  return new URL(withScheme(endpoint));
}

/** The same of the metadata service, whose own address is a link-local one that only an instance has. */
export function metadataProblem(endpoint: string): string | undefined {
  return endpoint === 'http://100.100.100.200' ? undefined : endpointProblem(endpoint);
}

/**
 * Encodes text as both signatures want it: RFC 3986, where only `A-Za-z0-9-_.~` stay as they are.
 * `encodeURIComponent` leaves five more characters alone, which are mended here.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The pairs sorted by name, encoded and joined: what both signatures are computed over. */
export function canonicalQuery(pairs: Iterable<readonly [string, string]>): string {
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
}

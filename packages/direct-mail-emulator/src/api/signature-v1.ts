import { createHmac } from 'node:crypto';
import { canonicalQuery, percentEncode } from './percent-encoding.ts';

/**
 * The string that signature version 1.0 signs: the method and every parameter but `Signature`,
 * wherever it was sent (query or form).
 */
export function stringToSignV1(
  method: string,
  parameters: Iterable<readonly [string, string]>,
): string {
  const signed = [...parameters].filter(([name]) => name !== 'Signature');
  return `${method}&${percentEncode('/')}&${percentEncode(canonicalQuery(signed))}`;
}

/** HMAC-SHA1 in base64, under the secret followed by `&`. */
export function signV1(stringToSign: string, accessKeySecret: string): string {
  return createHmac('sha1', `${accessKeySecret}&`).update(stringToSign).digest('base64');
}

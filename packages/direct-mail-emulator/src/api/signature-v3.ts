import { createHash, createHmac } from 'node:crypto';
import { canonicalQuery } from './percent-encoding.ts';

/** The one algorithm of signature version 3 that the emulator checks. */
export const algorithmV3 = 'ACS3-HMAC-SHA256';

/** What an `Authorization: ACS3-HMAC-SHA256 …` header says. */
export interface AuthorizationV3 {
  accessKeyId: string;
  signedHeaders: string[];
  signature: string;
}

/** Reads the `Authorization` header; undefined when a part is missing. */
export function parseAuthorizationV3(header: string): AuthorizationV3 | undefined {
  const part = (name: string) => new RegExp(`[\\s,]${name}=([^,\\s]*)`).exec(header)?.[1];
  const accessKeyId = part('Credential');
  const signature = part('Signature');
  const signedHeaders = part('SignedHeaders')?.toLowerCase().split(';');
  return header.startsWith(`${algorithmV3} `) && accessKeyId && signature && signedHeaders
    ? { accessKeyId, signedHeaders, signature }
    : undefined;
}

/** A request as version 3 signs it. */
export interface RequestV3 {
  method: string;
  query: Iterable<readonly [string, string]>;
  headers: Headers;
  signedHeaders: string[];
  body: Uint8Array;
}

export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The canonical request: one line an item, the headers in the order of their names. */
export function canonicalRequestV3(request: RequestV3): string {
  const names = [...request.signedHeaders].sort();
  const headers = names.map((name) => `${name}:${(request.headers.get(name) ?? '').trim()}\n`);
  return [
    request.method,
    '/',
    canonicalQuery(request.query),
    headers.join(''),
    names.join(';'),
    sha256Hex(request.body),
  ].join('\n');
}

/** The string to sign: the algorithm and the hash of the canonical request. */
export function stringToSignV3(canonicalRequest: string): string {
  return `${algorithmV3}\n${sha256Hex(canonicalRequest)}`;
}

/** HMAC-SHA256 in hexadecimal, under the secret as it is. */
export function signV3(stringToSign: string, accessKeySecret: string): string {
  return createHmac('sha256', accessKeySecret).update(stringToSign).digest('hex');
}

import { createHmac, hash } from 'node:crypto';

const algorithm = 'ACS3-HMAC-SHA256';

export function sha256(text: string): string {
  return hash('sha256', text);
}

export interface SignableRequest {
  method: string;
  /** Canonical path, `/` for an RPC action. */
  path: string;
  /** Canonical query: names and values percent-encoded, sorted by name, joined with `&`. */
  query: string;
  /** The headers to sign, names in lower case: `host`, `content-type` and every `x-acs-*`. */
  headers: Readonly<Record<string, string>>;
  /** Lower-case hex SHA-256 of the body, the value of `x-acs-content-sha256`. */
  bodyHash: string;
}

/** The text that is hashed into the string to sign. */
function canonicalize(request: SignableRequest, names: readonly string[]): string {
  const headers = names.map((name) => `${name}:${request.headers[name]?.trim()}\n`).join('');
  return `${request.method}\n${request.path}\n${request.query}\n${headers}\n${names.join(';')}\n${request.bodyHash}`;
}

/**
 * The value of the `Authorization` header under Alibaba Cloud's signature version 3.
 *
 * The key of the HMAC is the secret as it is; version 1 appended `&` to it.
 */
export function authorize(
  request: SignableRequest,
  accessKeyId: string,
  accessKeySecret: string,
): string {
  const names = Object.keys(request.headers).sort();
  const stringToSign = `${algorithm}\n${sha256(canonicalize(request, names))}`;
  const signature = createHmac('sha256', accessKeySecret).update(stringToSign).digest('hex');
  return `${algorithm} Credential=${accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
}

import type { Credentials } from './credentials.ts';
import { authorize, sha256 } from './sign-v3.ts';

const contentType = 'application/x-www-form-urlencoded';

/** One call of an RPC service of Alibaba Cloud. */
export interface RpcCall {
  action: string;
  version: string;
  /** The encoded form. */
  body: string;
}

/**
 * The headers of one call, signed for this moment. `host` is the one that is signed.
 *
 * @param nonce never used before
 */
export function signedHeaders(
  { action, version, body }: RpcCall,
  host: string,
  { accessKeyId, accessKeySecret, securityToken }: Credentials,
  date: Date,
  nonce: string,
): Record<string, string> {
  const bodyHash = sha256(body);
  const headers: Record<string, string> = {
    'content-type': contentType,
    host,
    ...(securityToken && {
      'x-acs-accesskey-id': accessKeyId,
      'x-acs-security-token': securityToken,
    }),
    'x-acs-action': action,
    'x-acs-content-sha256': bodyHash,
    // Without milliseconds, as the service wants it.
    'x-acs-date': `${date.toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  };
  const request = { method: 'POST', path: '/', query: '', headers, bodyHash };
  const authorization = authorize(request, accessKeyId, accessKeySecret);
  return { ...headers, accept: 'application/json', authorization };
}

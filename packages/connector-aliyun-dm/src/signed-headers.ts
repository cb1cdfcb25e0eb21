import type { Settings } from './settings.ts';
import { authorize, sha256 } from './sign-v3.ts';

const contentType = 'application/x-www-form-urlencoded';

/**
 * The headers of one `SingleSendMail`, signed for this moment.
 *
 * @param body the encoded form
 * @param nonce never used before
 */
export function signedHeaders(
  { url, accessKeyId, accessKeySecret, securityToken }: Settings,
  body: string,
  date: Date,
  nonce: string,
): Record<string, string> {
  const bodyHash = sha256(body);
  const headers: Record<string, string> = {
    'content-type': contentType,
    host: url.host,
    ...(securityToken && {
      'x-acs-accesskey-id': accessKeyId,
      'x-acs-security-token': securityToken,
    }),
    'x-acs-action': 'SingleSendMail',
    'x-acs-content-sha256': bodyHash,
    // Without milliseconds, as the service wants it.
    'x-acs-date': `${date.toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': '2015-11-23',
  };
  const request = { method: 'POST', path: '/', query: '', headers, bodyHash };
  const authorization = authorize(request, accessKeyId, accessKeySecret);
  return { ...headers, accept: 'application/json', authorization };
}

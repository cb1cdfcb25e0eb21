import * as oauth from 'oauth4webapi';
import { setting } from '@/lib/settings';

// oauth4webapi is what Auth.js itself speaks OpenID Connect with.

/** How long to wait for Logto, in milliseconds. */
const patience = 5000;

/** Request options; plain HTTP is for a Logto on this machine that has no certificate. */
export function http() {
  return {
    [oauth.allowInsecureRequests]: setting('AUTH_LOGTO_ISSUER').startsWith('http:'),
    signal: AbortSignal.timeout(patience),
  };
}

/** Logto as it describes itself, and this application as Logto's client. */
export async function logto() {
  const issuer = new URL(setting('AUTH_LOGTO_ISSUER'));
  const response = await oauth.discoveryRequest(issuer, http());
  return {
    server: await oauth.processDiscoveryResponse(issuer, response),
    client: { client_id: setting('AUTH_LOGTO_ID') },
    authentication: oauth.ClientSecretBasic(setting('AUTH_LOGTO_SECRET')),
  };
}

export type Logto = Awaited<ReturnType<typeof logto>>;

/** Logto's own "no", as opposed to no answer or an answer that makes no sense. */
export function isRefusal(
  error: unknown,
): error is oauth.ResponseBodyError | oauth.WWWAuthenticateChallengeError {
  return (
    error instanceof oauth.ResponseBodyError || error instanceof oauth.WWWAuthenticateChallengeError
  );
}

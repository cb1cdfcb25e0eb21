import * as oauth from 'oauth4webapi';

// oauth4webapi is what Auth.js itself speaks OpenID Connect with.

/** Logto's endpoints that Auth.js does not know, and this application as Logto's client. */
export function logto() {
  const { AUTH_LOGTO_ISSUER = '', AUTH_LOGTO_ID = '', AUTH_LOGTO_SECRET = '' } = process.env;
  const server: oauth.AuthorizationServer = {
    issuer: AUTH_LOGTO_ISSUER,
    authorization_endpoint: `${AUTH_LOGTO_ISSUER}/auth`,
    token_endpoint: `${AUTH_LOGTO_ISSUER}/token`,
    pushed_authorization_request_endpoint: `${AUTH_LOGTO_ISSUER}/request`,
    revocation_endpoint: `${AUTH_LOGTO_ISSUER}/token/revocation`,
    id_token_signing_alg_values_supported: ['ES384', 'RS256'],
  };
  return {
    server,
    client: { client_id: AUTH_LOGTO_ID },
    authentication: oauth.ClientSecretBasic(AUTH_LOGTO_SECRET),
    options: {
      // Plain HTTP is for a Logto on this machine that has no certificate.
      [oauth.allowInsecureRequests]: AUTH_LOGTO_ISSUER.startsWith('http:'),
      signal: AbortSignal.timeout(5000),
    },
  };
}

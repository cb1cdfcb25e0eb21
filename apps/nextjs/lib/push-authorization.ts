import * as oauth from 'oauth4webapi';
import { http, type Logto } from '@/lib/logto';

/**
 * Hands the authorization request that Auth.js made to Logto directly (RFC 9126), and returns the
 * address with which the browser takes it up. A client ID, a secret or a redirect URI that Logto
 * does not know comes to light here; in the browser it would end on a page of plain JSON.
 * @throws what `diagnose` understands.
 */
export async function push(authorizationUrl: string, logto: Logto): Promise<string> {
  const { server, client, authentication } = logto;
  const endpoint = server.authorization_endpoint;
  // Auth.js may have found a problem of its own and point to the error page.
  if (!endpoint || !authorizationUrl.startsWith(endpoint)) {
    return authorizationUrl;
  }
  if (!server.pushed_authorization_request_endpoint) {
    return authorizationUrl;
  }

  const parameters = new URL(authorizationUrl).searchParams;
  const response = await oauth.pushedAuthorizationRequest(
    server,
    client,
    authentication,
    parameters,
    http(),
  );
  const answer = await oauth.processPushedAuthorizationResponse(server, client, response);
  const { client_id, request_uri } = { ...client, ...answer };
  return `${endpoint}?${new URLSearchParams({ client_id, request_uri })}`;
}

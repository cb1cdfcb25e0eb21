// An application with a server: one visitor, one session.
import { createServer } from 'node:http';
import * as oidc from 'openid-client';

const { ISSUER, APP_ID, APP_SECRET, APPLICATION_URL } = process.env;
const redirectUri = `${APPLICATION_URL}/callback`;
const options = { execute: [oidc.allowInsecureRequests] };
const client = await oidc.discovery(new URL(ISSUER), APP_ID, APP_SECRET, undefined, options);

let verifier;
let user;

const pages = {
  '/': () => `<p>${user ? `Hello ${user.email}` : '<a href="/sign-in">Sign in</a>'}</p>`,
  async '/sign-in'(response) {
    verifier = oidc.randomPKCECodeVerifier();
    const location = oidc.buildAuthorizationUrl(client, {
      redirect_uri: redirectUri,
      scope: 'openid email',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    response.writeHead(302, { location: location.href });
  },
  async '/callback'(response, url) {
    const checks = { pkceCodeVerifier: verifier };
    user = (await oidc.authorizationCodeGrant(client, url, checks)).claims();
    response.writeHead(302, { location: '/' });
  },
};

createServer(async (request, response) => {
  const url = new URL(request.url, APPLICATION_URL);
  response.setHeader('content-type', 'text/html');
  response.end(await pages[url.pathname]?.(response, url));
}).listen(new URL(APPLICATION_URL).port);

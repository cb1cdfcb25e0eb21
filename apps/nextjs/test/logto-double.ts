import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

interface Grant {
  refreshToken: string;
  usedAt?: number;
}
export interface TokenAnswer {
  id_token: string;
  access_token: string;
  refresh_token: string;
  /** Seconds. */
  expires_in: number;
}

interface Answer {
  status?: number;
  body: object;
  headers?: Record<string, string>;
}

export const clientId = 'app-id';
export const clientSecret = 'app-secret';
export const redirectUri = 'http://localhost:3000/api/auth/callback/logto';

/**
 * Logto's endpoints as far as this application speaks to them from the server, on a port of its
 * own. Refresh tokens are for one use; a second one ends the session, as Logto does it.
 */
export async function startLogtoDouble() {
  const { publicKey, privateKey } = await generateKeyPair('ES384');
  const jwk = await exportJWK(publicKey);
  const requests: { path: string; form: URLSearchParams }[] = [];
  const options = {
    /** Seconds. */
    expiresIn: 3600,
    /** Hands the same refresh token out again. */
    rotates: true,
    /** Milliseconds in which a used refresh token is accepted again: 3000 at Logto. */
    leeway: 0,
    subject: 'user-1',
    /** More claims of the ID token. */
    claims: {},
    /** What this user may do at an API resource. */
    scope: 'read:notes',
    /** Answers every request with this. */
    outage: undefined as Answer | undefined,
  };
  let grants: Grant[] = [];

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    let text = '';
    for await (const chunk of request) {
      text += chunk;
    }
    const form = new URLSearchParams(text);
    requests.push({ path, form });
    const answer = options.outage ?? (await respond(path, form, request.headers.authorization));
    response.writeHead(answer.status ?? 200, {
      'content-type': 'application/json',
      ...answer.headers,
    });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}/oidc`;

  async function respond(path: string, form: URLSearchParams, authorization = ''): Promise<Answer> {
    if (path === '/oidc/.well-known/openid-configuration') {
      return { body: discovery(issuer) };
    }
    if (path === '/oidc/jwks') {
      return { body: { keys: [{ ...jwk, kid: 'key-1', alg: 'ES384' }] } };
    }
    if (path === '/oidc/me') {
      if (authorization.startsWith('Bearer access-')) {
        return { body: { sub: options.subject } };
      }
      return refusal('invalid_token', 'invalid token provided', 401);
    }
    const [id, secret] = atob(authorization.replace('Basic ', ''))
      .split(':')
      .map(decodeURIComponent);
    if (id !== clientId) {
      return refusal('invalid_client', `invalid client ${id}`);
    }
    if (secret !== clientSecret) {
      return refusal('invalid_client', 'client authentication failed', 401);
    }
    if (path === '/oidc/token') {
      return tokens(form);
    }
    if (path === '/oidc/token/revocation') {
      grants = grants.filter(({ refreshToken }) => refreshToken !== form.get('token'));
      return { body: {} };
    }
    if (form.get('redirect_uri') !== redirectUri) {
      const description = "redirect_uri did not match any of the client's registered redirect_uris";
      return refusal('invalid_request', description);
    }
    return { status: 201, body: { request_uri: 'urn:pushed', expires_in: 60 } };
  }

  async function tokens(form: URLSearchParams): Promise<Answer> {
    const grant = grants.find(({ refreshToken }) => refreshToken === form.get('refresh_token'));
    const now = Date.now();
    if (!grant || (grant.usedAt !== undefined && now > grant.usedAt + options.leeway)) {
      grants = [];
      return refusal('invalid_grant', 'grant request is invalid');
    }
    if (options.rotates) {
      grant.usedAt ??= now;
    }
    const answer = issue(options.rotates ? undefined : grant.refreshToken);
    const resource = form.get('resource');
    if (!resource) {
      return { body: answer };
    }
    const { scope } = options;
    return {
      body: { ...answer, access_token: await accessToken({ aud: resource, scope }), scope },
    };
  }

  /** Tokens as after a sign-in. */
  function issue(refreshToken = `refresh-${randomUUID()}`): TokenAnswer & { token_type: string } {
    grants.push({ refreshToken });
    return {
      access_token: `access-${randomUUID()}`,
      refresh_token: refreshToken,
      id_token: idToken(issuer, options.subject, options.claims),
      expires_in: options.expiresIn,
      token_type: 'Bearer',
    };
  }

  /** An access token for an API resource, with these claims changed. */
  function accessToken(claims: JWTPayload, header: { typ?: string } = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const usual = {
      iss: issuer,
      sub: options.subject,
      client_id: clientId,
      iat: now,
      exp: now + 60,
    };
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: 'ES384', typ: 'at+jwt', kid: 'key-1', ...header })
      .sign(privateKey);
  }

  return {
    issuer,
    options,
    issue,
    accessToken,
    /** How often an endpoint was asked. */
    count: (path: string) => requests.filter((request) => request.path === path).length,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refusal(error: string, error_description: string, status = 400): Answer {
  return {
    status,
    body: { error, error_description },
  };
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/me`,
    revocation_endpoint: `${issuer}/token/revocation`,
    pushed_authorization_request_endpoint: `${issuer}/request`,
    end_session_endpoint: `${issuer}/session/end`,
    id_token_signing_alg_values_supported: ['ES384'],
  };
}

/** An ID token with a signature of the right size; nobody checks it after the token endpoint. */
export function idToken(iss: string, sub: string, more: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = { iss, sub, aud: clientId, iat: now, exp: now + 3600, ...more };
  return `${encode({ alg: 'ES384' })}.${encode(claims)}.${Buffer.alloc(96).toString('base64url')}`;
}

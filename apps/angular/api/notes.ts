import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

export interface ApiSettings {
  /** Where Logto is, for example `http://localhost:3001`. */
  endpoint: string;
  /** The identifier of this API among the API resources of Logto. */
  apiResource: string;
}

const notes = [
  { id: 1, text: 'An access token for an API is a JWT, and this server has checked it.' },
  { id: 2, text: 'Without the scope read:notes, the answer is 403.' },
];

/** `GET /api/notes`: for whoever brings an access token of Logto for this API, with the scope `read:notes`. */
export function notesApi({ endpoint, apiResource }: ApiSettings) {
  const issuer = new URL('/oidc', endpoint).href;
  // Fetched once, and again when a token was signed with a key that is not there.
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url !== '/api/notes') {
      return answer(response, 404, { error: 'not_found' });
    }
    try {
      const { payload } = await jwtVerify(bearerToken(request), keys, {
        issuer,
        audience: apiResource,
        algorithms: ['ES384'],
        requiredClaims: ['exp'],
      });
      const scopes = String(payload.scope ?? '').split(' ');
      return scopes.includes('read:notes')
        ? answer(response, 200, notes)
        : refuse(response, 403, 'insufficient_scope');
    } catch (error) {
      // Logto's keys could not be fetched: that is no fault of the token.
      const isRefused = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
      return isRefused
        ? refuse(response, 401, 'invalid_token')
        : answer(response, 503, { error: 'temporarily_unavailable' });
    }
  };
}

function bearerToken({ headers }: IncomingMessage): string {
  return /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}

/** As RFC 6750 has it. */
function refuse(response: ServerResponse, status: 401 | 403, error: string): void {
  response.setHeader('WWW-Authenticate', `Bearer error="${error}"`);
  answer(response, status, { error });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

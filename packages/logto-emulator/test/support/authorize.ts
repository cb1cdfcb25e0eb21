import { createHash, randomBytes } from 'node:crypto';
import { redirectUri, type Tenant } from './tenant.ts';

/** A proof key for code exchange. */
export function createPkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** The address of an authorization request of the single-page application. */
export function authorizationUrl(
  { logto, spa }: Pick<Tenant, 'logto' | 'spa'>,
  challenge: string,
  parameters: Record<string, string> = {},
): string {
  const query = new URLSearchParams({
    client_id: spa,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid offline_access profile email',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'state-1',
    nonce: 'nonce-1',
    prompt: 'consent',
    ...parameters,
  });
  return `${logto.issuer}/auth?${query}`;
}

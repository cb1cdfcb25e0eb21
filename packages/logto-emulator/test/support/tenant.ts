import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
  type LogtoEmulator,
  type LogtoEmulatorOptions,
  startLogtoEmulator,
} from '../../src/index.ts';
import { Browser } from './browser.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';

export const mailboxConnector = fileURLToPath(
  new URL('../connectors/connector-mailbox', import.meta.url),
);

export const redirectUri = 'http://localhost:4200/callback';

/** An emulator that is set up for e-mail codes, with a public and a confidential client. */
export interface Tenant extends AsyncDisposable {
  readonly logto: LogtoEmulator;
  readonly mailbox: Mailbox;
  readonly spa: string;
  readonly web: { id: string; secret: string };
  api(method: string, path: string, body?: unknown): Promise<Response>;
  browser(): Browser;
}

export async function openTenant(options: LogtoEmulatorOptions = {}): Promise<Tenant> {
  const mailbox = await openMailbox();
  const logto = await startLogtoEmulator({ port: 0, connectors: [mailboxConnector], ...options });
  const token = await managementToken(logto);
  const api = (method: string, path: string, body?: unknown) =>
    fetch(`${logto.url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const create = async (path: string, body: unknown) => {
    const response = await api('POST', path, body);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { id: string };
  };
  await create('/connectors', { connectorId: 'mailbox', config: { endpoint: mailbox.url } });
  const emailCode = {
    signUp: { identifiers: ['email'], password: false, verify: true },
    signIn: {
      methods: [
        { identifier: 'email', password: false, verificationCode: true, isPasswordPrimary: false },
      ],
    },
  };
  const patched = await api('PATCH', '/sign-in-exp', emailCode);
  if (!patched.ok) throw new Error(await patched.text());
  const oidcClientMetadata = {
    redirectUris: [redirectUri],
    postLogoutRedirectUris: ['http://localhost:4200/'],
  };
  const spa = await create('/applications', { name: 'SPA', type: 'SPA', oidcClientMetadata });
  const web = await create('/applications', {
    name: 'Web',
    type: 'Traditional',
    oidcClientMetadata,
  });
  const secrets = (await (await api('GET', `/applications/${web.id}/secrets`)).json()) as {
    value: string;
  }[];
  return {
    logto,
    mailbox,
    spa: spa.id,
    web: { id: web.id, secret: secrets[0]?.value ?? '' },
    api,
    browser: () => new Browser(logto.url),
    async [Symbol.asyncDispose]() {
      await logto.close();
      await mailbox[Symbol.asyncDispose]();
    },
  };
}

async function managementToken({ m2m }: LogtoEmulator): Promise<string> {
  const response = await fetch(m2m.tokenEndpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${m2m.appId}:${m2m.appSecret}`)}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      resource: m2m.resource,
      scope: 'all',
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}

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

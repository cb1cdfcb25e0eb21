import { fileURLToPath } from 'node:url';
import { startLogtoEmulator } from '../../src/emulator.ts';
import type { LogtoEmulatorOptions } from '../../src/options.ts';
import { Browser } from './browser.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';

export const mailboxConnector = fileURLToPath(
  new URL('../connectors/connector-mailbox', import.meta.url),
);

export const redirectUri = 'http://localhost:4200/callback';

/** A Logto that the tests talk to: the emulator, or another. */
export interface Logto {
  readonly url: string;
  readonly issuer: string;
  readonly m2m: { appId: string; appSecret: string; resource: string; tokenEndpoint: string };
}

/** A Logto that is set up for e-mail codes, with a public and a confidential client. */
export interface Tenant {
  readonly logto: Logto;
  readonly mailbox: Mailbox;
  readonly managementToken: string;
  readonly spa: string;
  readonly web: { id: string; secret: string };
  /** Calls the Management API. */
  api(method: string, path: string, body?: unknown): Promise<Response>;
  browser(): Browser;
}

/** An emulator of one's own, set up. */
export async function openTenant(
  options: LogtoEmulatorOptions = {},
): Promise<Tenant & AsyncDisposable & { reset(): Promise<void> }> {
  const mailbox = await openMailbox();
  const logto = await startLogtoEmulator({ port: 0, connectors: [mailboxConnector], ...options });
  const tenant = await setUp(logto, mailbox, 'mailbox');
  return {
    ...tenant,
    reset: () => logto.reset(),
    async [Symbol.asyncDispose]() {
      await logto.close();
      await mailbox[Symbol.asyncDispose]();
    },
  };
}

/** Sets a Logto up through its Management API. */
export async function setUp(logto: Logto, mailbox: Mailbox, connectorId: string): Promise<Tenant> {
  const managementToken = await requestManagementToken(logto);
  let token = managementToken;
  const api = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(`${logto.url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.status !== 401) {
      return response;
    }
    // The test moved the clock beyond the token's end.
    token = await requestManagementToken(logto);
    return api(method, path, body);
  };
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await api(method, path, body);
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    return (await response.json()) as T;
  };
  await call('POST', '/connectors', { connectorId, config: { endpoint: mailbox.url } });
  await call('PATCH', '/sign-in-exp', emailCodes);
  const oidcClientMetadata = {
    redirectUris: [redirectUri],
    postLogoutRedirectUris: ['http://localhost:4200/'],
  };
  const spa = await call<{ id: string }>('POST', '/applications', {
    name: 'Angular sample',
    type: 'SPA',
    oidcClientMetadata,
  });
  const web = await call<{ id: string }>('POST', '/applications', {
    name: 'Next.js sample',
    type: 'Traditional',
    oidcClientMetadata,
  });
  const secrets = await call<{ value: string }[]>('GET', `/applications/${web.id}/secrets`);
  return {
    logto,
    mailbox,
    managementToken,
    spa: spa.id,
    web: { id: web.id, secret: secrets[0]?.value ?? '' },
    api,
    browser: () => new Browser(logto.url),
  };
}

/** Sign-in and registration by e-mail code, without passwords. */
export const emailCodes = {
  signInMode: 'SignInAndRegister',
  signUp: { identifiers: ['email'], password: false, verify: true },
  signIn: {
    methods: [
      { identifier: 'email', password: false, verificationCode: true, isPasswordPrimary: false },
    ],
  },
  forgotPasswordMethods: [],
  passwordPolicy: {},
  emailBlocklistPolicy: {},
  adaptiveMfa: {},
};

/** Registration with a password, sign-in with either, forgotten passwords by e-mail code. */
export const passwords = {
  signUp: { identifiers: ['email'], password: true, verify: true },
  signIn: {
    methods: [
      { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false },
    ],
  },
  forgotPasswordMethods: ['EmailVerificationCode'],
  passwordPolicy: { rejects: { pwned: false } },
};

/** User names and passwords, as before anybody configures anything. */
export const usernamePasswords = {
  signUp: { identifiers: ['username'], password: true, verify: false },
  signIn: {
    methods: [
      { identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true },
    ],
  },
};

async function requestManagementToken({ m2m }: Logto): Promise<string> {
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

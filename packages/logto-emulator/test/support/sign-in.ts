import { authorizationUrl, createPkce } from './authorize.ts';
import type { Browser } from './browser.ts';
import { redirectUri, type Tenant } from './tenant.ts';

export interface Tokens {
  access_token: string;
  id_token: string;
  refresh_token: string;
  expires_in: number;
  scope: string;
}

/** Signs in, or registers, by e-mail code, from the authorization request to the tokens. */
export async function signInByCode(
  tenant: Tenant,
  email: string,
  options: {
    event?: 'SignIn' | 'Register';
    browser?: Browser;
    parameters?: Record<string, string>;
  } = {},
): Promise<Tokens> {
  const { event = 'SignIn', browser = tenant.browser(), parameters } = options;
  const { verifier, challenge } = createPkce();
  await browser.fetch(authorizationUrl(tenant, challenge, parameters));
  const redirectTo = await passByCode(tenant, browser, event, email);
  const callback = await browser.follow(redirectTo);
  return exchange(tenant, callback, verifier);
}

/** The Experience API from start to submit. @returns Where the browser goes next. */
export async function passByCode(
  tenant: Tenant,
  browser: Browser,
  event: 'SignIn' | 'Register',
  email: string,
): Promise<string> {
  const verificationId = await verifyByCode(tenant, browser, event, email);
  await experience(browser, 'POST', '/identification', { verificationId });
  const { redirectTo = '' } = await experience(browser, 'POST', '/submit');
  return redirectTo;
}

/** Starts the interaction and proves the address by the code that was sent to it. @returns The proof's id. */
export async function verifyByCode(
  tenant: Tenant,
  browser: Browser,
  event: 'SignIn' | 'Register' | 'ForgotPassword',
  email: string,
): Promise<string> {
  const identifier = { type: 'email', value: email };
  await experience(browser, 'PUT', '', { interactionEvent: event });
  const { verificationId = '' } = await experience(
    browser,
    'POST',
    '/verification/verification-code',
    { interactionEvent: event, identifier },
  );
  await experience(browser, 'POST', '/verification/verification-code/verify', {
    identifier,
    verificationId,
    code: tenant.mailbox.codeFor(email),
  });
  return verificationId;
}

async function experience(
  browser: Browser,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, string>> {
  const response = await browser.json(method, `/api/experience${path}`, body);
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
  return response.headers.get('content-type')?.startsWith('application/json')
    ? ((await response.json()) as Record<string, string>)
    : {};
}

/** Exchanges the code that came back for tokens. */
export async function exchange(tenant: Tenant, callback: URL, verifier: string): Promise<Tokens> {
  const response = await requestToken(tenant, {
    grant_type: 'authorization_code',
    client_id: tenant.spa,
    redirect_uri: redirectUri,
    code: callback.searchParams.get('code') ?? '',
    code_verifier: verifier,
  });
  if (!response.ok) {
    throw new Error(`${response.status} ${await response.text()}`);
  }
  return (await response.json()) as Tokens;
}

export function requestToken(
  { logto }: Pick<Tenant, 'logto'>,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${logto.issuer}/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  });
}

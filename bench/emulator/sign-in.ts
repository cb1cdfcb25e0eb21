import { createHash, randomBytes } from 'node:crypto';
import type { Ready } from './emulator-process.ts';
import type { HttpSession } from './http-session.ts';

const redirectUri = 'http://localhost:4200/callback';

/** Sets sign-in by code up, with as many users. @returns The id of the application. */
export async function setUp({ url, m2m }: Ready, users: number): Promise<string> {
  const call = async (method: string, path: string, body: unknown, token?: string) => {
    const form = path.startsWith('/oidc');
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(!form && { 'content-type': 'application/json' }),
      },
      body: form ? new URLSearchParams(body as Record<string, string>) : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    return (await response.json()) as Record<string, string>;
  };
  const { access_token } = await call('POST', '/oidc/token', {
    grant_type: 'client_credentials',
    client_id: m2m.appId,
    client_secret: m2m.appSecret,
    resource: m2m.resource,
    scope: 'all',
  });
  await call('POST', '/api/connectors', { connectorId: 'bench-code', config: {} }, access_token);
  const method = {
    identifier: 'email',
    password: false,
    verificationCode: true,
    isPasswordPrimary: false,
  };
  await call(
    'PATCH',
    '/api/sign-in-exp',
    {
      signUp: { identifiers: ['email'], password: false, verify: true },
      signIn: { methods: [method] },
    },
    access_token,
  );
  for (let user = 0; user < users; user += 1) {
    await call('POST', '/api/users', { primaryEmail: `user${user}@example.com` }, access_token);
  }
  const application = await call(
    'POST',
    '/api/applications',
    {
      name: 'Bench',
      type: 'SPA',
      oidcClientMetadata: { redirectUris: [redirectUri], postLogoutRedirectUris: [] },
    },
    access_token,
  );
  return application.id as string;
}

/** One sign-in to the last step: tokens in exchange for the authorization code. */
export async function signIn(
  session: HttpSession,
  appId: string,
  address: string,
  code: Promise<string>,
): Promise<void> {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: appId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid offline_access profile email',
    prompt: 'consent',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  await session.call('GET', `/oidc/auth?${query}`, { expect: 303 });
  await session.call('PUT', '/api/experience', {
    json: { interactionEvent: 'SignIn' },
    expect: 204,
  });
  const identifier = { type: 'email', value: address };
  const sent = await session.call('POST', '/api/experience/verification/verification-code', {
    json: { interactionEvent: 'SignIn', identifier },
    expect: 200,
  });
  const { verificationId } = JSON.parse(sent.body);
  await session.call('POST', '/api/experience/verification/verification-code/verify', {
    json: { identifier, verificationId, code: await code },
    expect: 200,
  });
  await session.call('POST', '/api/experience/identification', {
    json: { verificationId },
    expect: 204,
  });
  const submitted = await session.call('POST', '/api/experience/submit', { expect: 200 });
  const login = await session.call('GET', JSON.parse(submitted.body).redirectTo, { expect: 303 });
  const consent = await session.call('GET', login.location, { expect: 302 });
  const { location } = await session.call('GET', consent.location, { expect: 303 });
  await session.call('POST', '/oidc/token', {
    form: {
      grant_type: 'authorization_code',
      client_id: appId,
      redirect_uri: redirectUri,
      code: new URL(location).searchParams.get('code') ?? '',
      code_verifier: verifier,
    },
    expect: 200,
  });
}

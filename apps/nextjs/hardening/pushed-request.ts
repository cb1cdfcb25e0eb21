import { redirect } from 'next/navigation';
import type { NextAuthResult } from 'next-auth';
import * as oauth from 'oauth4webapi';
import { logto } from '@/hardening/logto';

/**
 * Hands the authorization request of Auth.js to Logto directly (RFC 9126), before the browser leaves. A
 * client ID, a secret or a redirect URI that Logto does not know comes to light here, with a page that says
 * what to do about it; in the browser it would end on a page of plain JSON.
 * @see https://github.com/logto-io/logto/issues/6758
 */
export function pushRequest(signIn: NextAuthResult['signIn']): NextAuthResult['signIn'] {
  async function pushed(...[provider, given, parameters]: Parameters<typeof signIn>) {
    const options = given instanceof FormData ? Object.fromEntries(given) : given;
    const url: string = await signIn(provider, { ...options, redirect: false }, parameters);
    const destination = await push(url).catch((error: unknown) => {
      const problem = diagnose(error);
      console.error(`Sign-in could not start: ${problem} (${error})`);
      const callbackUrl = String(options?.redirectTo ?? '/');
      return `/problem?${new URLSearchParams({ error: problem, callbackUrl })}`;
    });
    return options?.redirect === false ? destination : redirect(destination);
  }
  return pushed as typeof signIn;
}

/** @returns the address with which the browser takes up the request at `url`. */
async function push(url: string): Promise<string> {
  const { server, client, authentication, options } = logto();
  const endpoint = server.authorization_endpoint ?? '';
  // Auth.js may have found a problem of its own.
  if (!url.startsWith(`${endpoint}?`)) {
    return url;
  }
  const request = new URL(url).searchParams;
  const response = await oauth.pushedAuthorizationRequest(
    server,
    client,
    authentication,
    request,
    options,
  );
  const answer = await oauth.processPushedAuthorizationResponse(server, client, response);
  return `${endpoint}?${new URLSearchParams({ ...client, request_uri: answer.request_uri })}`;
}

/** The name of what went wrong, in terms of what can be done about it. */
function diagnose(error: unknown): string {
  // 401 with a challenge: the secret is wrong.
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    return 'UnknownApplication';
  }
  if (!(error instanceof oauth.ResponseBodyError)) {
    return 'LogtoDoesNotAnswer';
  }
  if (error.error === 'invalid_client') {
    return 'UnknownApplication';
  }
  // A pushed request has no error code of its own for this, only the words of the description.
  const isRedirectUri = error.error_description?.includes('redirect_uri');
  return isRedirectUri ? 'RedirectUriNotRegistered' : 'Configuration';
}

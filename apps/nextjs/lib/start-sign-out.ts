import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { AuthorizationServer } from 'oauth4webapi';
import { signOut } from '@/auth';
import { logto } from '@/lib/logto';
import { errorPage } from '@/lib/problems';
import { sessionToken } from '@/lib/session-token';
import { pageUrl, setting } from '@/lib/settings';

/**
 * Ends the session of this application, then the one at Logto. Auth.js ends the first only, and
 * the next sign-in would ask for nothing.
 */
export async function startSignOut(): Promise<never> {
  const token = await sessionToken(await headers());
  const destination = await logto().then(
    ({ server }) => endSessionUrl(server, token?.tokens.idToken),
    () => errorPage('SignedOutHereOnly'),
  );
  await signOut({ redirect: false });
  redirect(destination);
}

/** Where the browser ends the session at Logto (OpenID Connect RP-Initiated Logout 1.0). */
export function endSessionUrl(server: AuthorizationServer, idToken: string | undefined): string {
  const url = new URL(server.end_session_endpoint ?? `${server.issuer}/session/end`);
  url.searchParams.set('client_id', setting('AUTH_LOGTO_ID'));
  url.searchParams.set('post_logout_redirect_uri', pageUrl('/'));
  if (idToken) {
    url.searchParams.set('id_token_hint', idToken);
  }
  return url.href;
}

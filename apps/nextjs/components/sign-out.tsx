import { redirect } from 'next/navigation';
import { auth, signOut } from '@/auth';
// #region hardening: reachable-logto
import { expectLogto } from '@/hardening/reachable-logto';

// #endregion

// #region sign-out
export default function SignOut() {
  return (
    <form
      action={async () => {
        'use server';
        const session = await auth();
        await signOut({ redirect: false });
        // #region hardening: reachable-logto
        await expectLogto();
        // #endregion
        redirect(endSessionUrl(session?.idToken ?? ''));
      }}
    >
      <button type="submit">Sign out</button>
    </form>
  );
}

/** Where the browser ends the session at Logto too: without, the next sign-in would ask for nothing. */
function endSessionUrl(idToken: string): string {
  const { AUTH_LOGTO_ISSUER, AUTH_LOGTO_ID = '', AUTH_URL } = process.env;
  const url = new URL(`${AUTH_LOGTO_ISSUER}/session/end`);
  url.searchParams.set('client_id', AUTH_LOGTO_ID);
  url.searchParams.set('id_token_hint', idToken);
  url.searchParams.set('post_logout_redirect_uri', `${new URL('/', AUTH_URL)}`);
  return url.href;
}
// #endregion

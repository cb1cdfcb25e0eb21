import { redirect } from 'next/navigation';
import { auth, signOut } from '@/auth';
// #region hardening: reachable-logto
import { expectLogto } from '@/hardening/reachable-logto';

// #endregion

// #region sign-out
export default function SignOut({ children = 'Sign out' }: { children?: string }) {
  return (
    <form
      action={async () => {
        'use server';
        const session = await auth();
        await signOut({ redirect: false });
        // #region hardening: reachable-logto
        await expectLogto('SignedOutHereOnly');
        // #endregion
        redirect(endSessionUrl(session?.idToken));
      }}
    >
      <button type="submit">{children}</button>
    </form>
  );
}

/** Where the browser ends the session at Logto too; without, the next sign-in would ask for nothing. */
function endSessionUrl(idToken = ''): string {
  const { AUTH_LOGTO_ISSUER, AUTH_LOGTO_ID = '', AUTH_URL } = process.env;
  const parameters = new URLSearchParams({
    client_id: AUTH_LOGTO_ID,
    id_token_hint: idToken,
    post_logout_redirect_uri: `${AUTH_URL}/`,
  });
  return `${AUTH_LOGTO_ISSUER}/session/end?${parameters}`;
}
// #endregion

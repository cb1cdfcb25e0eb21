import { cookies } from 'next/headers';
import { type NextRequest, NextResponse } from 'next/server';
import { getToken } from 'next-auth/jwt';

/** Ends the session here, and sends the browser on to Logto, which ends its own. */
export async function POST(request: NextRequest) {
  const { LOGTO_ISSUER, LOGTO_ID = '', NEXTAUTH_URL } = process.env;
  const token = await getToken({ req: request });
  const parameters = new URLSearchParams({
    client_id: LOGTO_ID,
    id_token_hint: String(token?.idToken ?? ''),
    post_logout_redirect_uri: `${NEXTAUTH_URL}/`,
  });
  const store = await cookies();
  for (const { name } of store.getAll()) {
    if (/next-auth\.session-token/.test(name)) {
      store.delete(name);
    }
  }
  return NextResponse.redirect(`${LOGTO_ISSUER}/session/end?${parameters}`, 303);
}

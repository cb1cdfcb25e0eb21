import { decodeJwt } from 'jose';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { Session } from 'next-auth';
import { auth } from '@/auth';
// #region hardening: problems
import ProblemAlert, { tokenProblem } from '@/hardening/problems';

// #endregion

export const metadata: Metadata = { title: 'Profile' };

export default async function Profile() {
  const session = await auth();
  // The proxy has seen to it already; a page does not rely on that alone.
  if (!session) {
    redirect('/sign-in?callbackUrl=/profile');
  }
  const claims = decodeJwt(session.idToken);
  const expires = new Date(session.expiresAt * 1000);
  return (
    <>
      <h1>Your profile</h1>
      <section className="card">
        <dl>
          <dt>E-mail</dt>
          <dd>{session.user?.email}</dd>
          <dt>User ID</dt>
          <dd>{claims.sub}</dd>
        </dl>
      </section>
      <section className="card">
        <table>
          <caption>Claims of the ID token</caption>
          <tbody>
            {readable(claims).map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="card">
        <h2>Access token</h2>
        <dl>
          <dt>Expires</dt>
          <dd>
            <time dateTime={expires.toISOString()}>{expires.toUTCString()}</time>
          </dd>
        </dl>
        <Userinfo session={session} />
      </section>
    </>
  );
}

/** Without what is empty. OpenID Connect counts seconds; Logto has an account's times in milliseconds. */
function readable(claims: Record<string, unknown>): [name: string, value: string][] {
  const unit: Record<string, number> = { iat: 1000, exp: 1000, created_at: 1, updated_at: 1 };
  return Object.entries(claims)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [
      name,
      unit[name] ? new Date(Number(value) * unit[name]).toUTCString() : String(value),
    ]);
}

/** What Logto says to the access token. */
async function Userinfo({ session }: { session: Session }) {
  const response = await fetch(`${process.env.AUTH_LOGTO_ISSUER}/me`, {
    headers: { authorization: `Bearer ${session.accessToken}` },
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined);
  // #region hardening: problems
  if (!response?.ok) {
    return <ProblemAlert problem={tokenProblem(session, response)} path="/profile" />;
  }
  // #endregion
  const verdict = response?.ok ? 'accepts' : 'does not accept';
  return (
    <p role="status" className="status">
      Logto {verdict} the access token
    </p>
  );
}

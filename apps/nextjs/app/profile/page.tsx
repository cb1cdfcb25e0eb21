import { decodeJwt } from 'jose';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { auth } from '@/auth';
// #region hardening: protected-api
import NotesCard from '@/hardening/protected-api/notes-card';

// #endregion

export const metadata: Metadata = { title: 'Profile' };

// #region profile
export default async function Profile() {
  const session = await auth();
  // The proxy has seen to it already; a page does not rely on that alone.
  if (!session) {
    redirect('/sign-in?callbackUrl=/profile');
  }
  const claims = Object.entries(decodeJwt(session.idToken)).filter(([, value]) => value !== null);
  return (
    <>
      <h1>Your profile</h1>
      <section className="card">
        <dl>
          <dt>E-mail</dt>
          <dd>{session.user?.email}</dd>
        </dl>
      </section>
      <section className="card">
        <table>
          <caption>Claims of the ID token</caption>
          <tbody>
            {claims.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{readable(name, value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {/* #region hardening: protected-api */}
      <NotesCard token={session.notes} />
      {/* #endregion */}
    </>
  );
}
// #endregion

/** OpenID Connect counts seconds; Logto has the times of an account in milliseconds. */
function readable(name: string, value: unknown): string {
  const units: Record<string, number> = { iat: 1000, exp: 1000, created_at: 1, updated_at: 1 };
  return name in units ? new Date(Number(value) * (units[name] ?? 1)).toUTCString() : String(value);
}

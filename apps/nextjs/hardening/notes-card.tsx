// #region hardening: notes
import type { NotesToken } from '@/hardening/notes';

/** What the notes API answers, to those who may read notes. Nothing where Logto has no such API. */
export default async function NotesCard({ token }: { token: NotesToken | undefined }) {
  if (!process.env.NOTES_API_RESOURCE) {
    return null;
  }
  const mayRead = token?.scope.split(' ').includes('read:notes');
  return (
    <section className="card">
      <h2>Notes</h2>
      {token && mayRead ? (
        <Notes accessToken={token.accessToken} />
      ) : (
        <p>You may not read notes: none of your roles in Logto has the scope read:notes.</p>
      )}
    </section>
  );
}

async function Notes({ accessToken }: { accessToken: string }) {
  const response = await fetch(new URL('/api/notes', process.env.AUTH_URL), {
    headers: { authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined);
  if (!response?.ok) {
    return <p role="alert">The notes API did not answer ({response?.status ?? 'unreachable'}).</p>;
  }
  const notes: string[] = await response.json();
  return (
    <ul>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
// #endregion

import type { NotesToken } from '@/hardening/protected-api/notes-token';

/** What the notes API answers, to those who may read notes. Nothing where Logto has no such API. */
export default async function NotesCard({ token }: { token: NotesToken | undefined }) {
  if (!process.env.NOTES_API_RESOURCE) {
    return null;
  }
  const mayRead = token?.scope.split(' ').includes('read:notes');
  return (
    <section className="card" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      {token && mayRead ? (
        <Notes accessToken={token.accessToken} />
      ) : (
        <p>Your account may not read notes.</p>
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
    return <p role="status">The API does not answer as it should.</p>;
  }
  const notes: string[] = await response.json();
  return (
    <>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p role="status" className="status">
        The API accepts the access token
      </p>
    </>
  );
}

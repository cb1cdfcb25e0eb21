import { redirect } from 'next/navigation';

/** Sends the browser to the page that says so when nothing answers as Logto, instead of to a dead address. */
export async function expectLogto(): Promise<void> {
  const url = `${process.env.AUTH_LOGTO_ISSUER}/jwks`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  if (!answer?.ok) {
    redirect('/problem?error=SignedOutHereOnly');
  }
}

import { redirect } from 'next/navigation';

/** Sends the browser to the page of `problem` when nothing answers as Logto, instead of to a dead address. */
export async function expectLogto(problem: string): Promise<void> {
  const url = `${process.env.AUTH_LOGTO_ISSUER}/jwks`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  if (!answer?.ok) {
    redirect(`/?${new URLSearchParams({ error: problem })}`);
  }
}

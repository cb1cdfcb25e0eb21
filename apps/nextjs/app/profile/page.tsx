import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import AccessToken from '@/components/access-token';
import Claims from '@/components/claims';
import Frame from '@/components/frame';
import { currentSession } from '@/lib/current-session';
import { sessionToken } from '@/lib/session-token';
import { claimsOf } from '@/lib/tokens';

export const metadata: Metadata = { title: 'Profile' };

export default async function Profile() {
  const session = await currentSession();
  const token = session && (await sessionToken(await headers()));
  // The proxy has seen to it already; a page does not rely on that alone.
  if (!token) {
    redirect('/sign-in?callbackUrl=/profile');
  }

  return (
    <Frame path="/profile" session={session}>
      <h1>Your profile</h1>
      <section className="card">
        <dl>
          <dt>E-mail</dt>
          <dd>{token.email}</dd>
          <dt>User ID</dt>
          <dd>{token.sub}</dd>
        </dl>
      </section>
      <Claims claims={claimsOf(token.tokens.idToken)} />
      <AccessToken tokens={token.tokens} />
    </Frame>
  );
}

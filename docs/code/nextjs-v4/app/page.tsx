import { getServerSession } from 'next-auth';
import { authOptions } from '@/auth';
import SignIn from '@/components/sign-in';
import SignOut from '@/components/sign-out';

export default async function Home() {
  const session = await getServerSession(authOptions);
  return session ? (
    <main>
      <h1>You are signed in</h1>
      <p>Signed in as {session.user?.email}</p>
      <SignOut />
    </main>
  ) : (
    <main>
      <h1>Sign in with an e-mail code</h1>
      <SignIn />
    </main>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import Frame from '@/components/frame';
import ProblemAlert from '@/components/problem-alert';
import SignIn from '@/components/sign-in';
import { currentSession } from '@/lib/current-session';
import { missingSettings } from '@/lib/settings';

export const metadata: Metadata = { title: { absolute: 'Home · Next.js sample' } };

export default async function Home() {
  const session = await currentSession();
  return (
    <Frame path="/" session={session}>
      {missingSettings().length > 0 ? (
        <>
          <h1 className="unseen">Something is wrong</h1>
          <ProblemAlert problem="SettingsMissing" />
        </>
      ) : session?.user ? (
        <SignedIn email={session.user.email} />
      ) : (
        <SignedOut />
      )}
    </Frame>
  );
}

function SignedIn({ email }: { email?: string | null }) {
  return (
    <>
      <h1>You are signed in</h1>
      <p>
        Signed in as <strong>{email}</strong>
      </p>
      <div className="actions">
        <Link className="button primary" href="/profile" prefetch={false}>
          See your profile
        </Link>
      </div>
    </>
  );
}

function SignedOut() {
  return (
    <>
      <h1>Sign in with an e-mail code</h1>
      <ol className="steps">
        <li>Logto’s sign-in page asks for your e-mail address.</li>
        <li>Aliyun Direct Mail delivers a six-digit code to it.</li>
        <li>You enter the code, and Logto sends you back here, signed in.</li>
      </ol>
      <div className="actions">
        <SignIn primary>Sign in with e-mail</SignIn>
        <SignIn firstScreen="register">Create account</SignIn>
      </div>
    </>
  );
}

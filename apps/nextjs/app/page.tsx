import Link from 'next/link';
import { auth } from '@/auth';
import SignIn from '@/components/sign-in';
// #region hardening: problems
import ProblemAlert from '@/hardening/problems';

// #endregion

export default async function Home({ searchParams }: PageProps<'/'>) {
  const session = await auth();
  // #region hardening: problems
  const { error, callbackUrl } = await searchParams;
  // #endregion
  return (
    <>
      {/* #region hardening: problems */}
      <ProblemAlert problem={error} path={callbackUrl} />
      {/* #endregion */}
      {session ? <SignedIn email={session.user?.email} /> : <SignedOut />}
    </>
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
        <SignIn className="primary">Sign in with e-mail</SignIn>
        <SignIn firstScreen="register">Create account</SignIn>
      </div>
    </>
  );
}

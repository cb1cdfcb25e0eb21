import Link from 'next/link';
import { auth } from '@/auth';
import SignIn from '@/components/sign-in';

const introduction =
  'Logto signs you in, Aliyun Direct Mail delivers the code, and nobody has to remember a password.';

const steps = [
  ['Logto’s sign-in page asks for your e-mail address.', 'components/sign-in.tsx'],
  ['Aliyun Direct Mail delivers a six-digit code to it, and you enter the code.'],
  ['You come back, signed in: the session is a sealed cookie.', 'auth.ts'],
  ['Your profile opens, to you alone.', 'proxy.ts'],
];

export default async function Home() {
  const session = await auth();
  return (
    <>
      <h1>{session ? 'You are signed in' : 'Sign in with an e-mail code'}</h1>
      <p className="lead">{session ? `Signed in as ${session.user?.email}` : introduction}</p>
      <div className="actions">
        {session ? (
          <Link className="button primary" href="/profile" prefetch={false}>
            See your profile
          </Link>
        ) : (
          <>
            <SignIn className="primary">Sign in with e-mail</SignIn>
            <SignIn parameters={{ first_screen: 'register' }}>Create account</SignIn>
          </>
        )}
      </div>
      <section className="card">
        <h2>What happens, and where it is in the code</h2>
        <ol className="steps">
          {steps.map(([text, file]) => (
            <li key={text}>
              {text} {file && <code>{file}</code>}
            </li>
          ))}
        </ol>
      </section>
      <nav className="links" aria-label="Read on">
        {process.env.INBOX_URL && <a href={process.env.INBOX_URL}>The inbox</a>}
        <a href="https://docs.logto.io/quick-starts/next-auth">Logto’s guide for Auth.js</a>
        <a href="https://docs.logto.io/integrations/aliyun-dm">Aliyun Direct Mail in Logto</a>
      </nav>
    </>
  );
}

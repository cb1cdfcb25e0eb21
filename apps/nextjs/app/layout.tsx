import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { auth } from '@/auth';
import NavLink from '@/components/nav-link';
import SignIn from '@/components/sign-in';
import SignOut from '@/components/sign-out';
// #region hardening: follow-session
import FollowSession from '@/hardening/follow-session';
// #endregion
// #region hardening: settings
import { wrongSettings } from '@/hardening/settings';
// #endregion
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Home · Next.js sample', template: '%s · Next.js sample' },
  description: 'Sign in with an e-mail code: Next.js, Auth.js and Logto',
};

const settings = [
  'AUTH_LOGTO_ISSUER',
  'AUTH_LOGTO_ID',
  'AUTH_LOGTO_SECRET',
  'AUTH_SECRET',
  'AUTH_URL',
];

export default async function Layout({ children }: { children: ReactNode }) {
  const session = await auth();
  const email = session?.user?.email;
  const faults = settings.filter((name) => !process.env[name]).map((name) => `${name} is missing.`);
  // #region hardening: settings
  faults.push(...wrongSettings());
  // #endregion
  return (
    <html lang="en">
      <body className="page">
        <header>
          <Link className="site-name" href="/" prefetch={false}>
            Next.js sample
          </Link>
          <nav aria-label="Main">
            <NavLink href="/">Home</NavLink>
            <NavLink href="/profile">Profile</NavLink>
          </nav>
          <div className="account">
            {email && <span className="account-email">{email}</span>}
            {session ? <SignOut /> : <SignIn />}
          </div>
        </header>
        <main>{faults.length > 0 ? <Faults faults={faults} /> : children}</main>
        <footer>
          <p>
            Built with Next.js, Auth.js and{' '}
            <a href="https://docs.logto.io/quick-starts/next-auth">Logto</a>.
          </p>
        </footer>
        {/* #region hardening: follow-session */}
        <FollowSession email={email ?? null} />
        {/* #endregion */}
      </body>
    </html>
  );
}

function Faults({ faults }: { faults: string[] }) {
  return (
    <section role="alert" className="alert">
      <h1>Settings are missing or wrong</h1>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      {process.env.NODE_ENV === 'development' && <p>See .env.example, and start anew.</p>}
    </section>
  );
}

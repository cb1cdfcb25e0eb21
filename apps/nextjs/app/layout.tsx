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

const names = 'AUTH_LOGTO_ISSUER AUTH_LOGTO_ID AUTH_LOGTO_SECRET AUTH_SECRET AUTH_URL'.split(' ');

export default async function Layout({ children }: { children: ReactNode }) {
  const session = await auth();
  const faults = names.filter((name) => !process.env[name]).map((name) => `${name} is missing.`);
  // #region hardening: settings
  faults.push(...wrongSettings());
  // #endregion
  const alert = (
    <section role="alert" className="alert">
      <h1>Settings are missing or wrong</h1>
      {faults.map((fault) => (
        <p key={fault}>{fault}</p>
      ))}
    </section>
  );
  return (
    <html lang="en">
      <body className="page">
        <header>
          <Link className="site-name" href="/">
            Next.js sample
          </Link>
          <nav aria-label="Main">
            <NavLink href="/profile">Profile</NavLink>
          </nav>
          <div className="account">
            {session && <span className="account-email">{session.user?.email}</span>}
            {session ? <SignOut /> : <SignIn>Sign in</SignIn>}
          </div>
        </header>
        <main>{faults.length > 0 ? alert : children}</main>
        <footer>Built with Next.js, Auth.js and Logto.</footer>
        {/* #region hardening: follow-session */}
        <FollowSession email={session?.user?.email ?? null} />
        {/* #endregion */}
      </body>
    </html>
  );
}

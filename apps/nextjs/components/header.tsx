import Link from 'next/link';
import type { Session } from 'next-auth';
import SignIn from '@/components/sign-in';
import SignOut from '@/components/sign-out';

const links = [
  { href: '/', text: 'Home' },
  { href: '/profile', text: 'Profile' },
];

export default function Header({ path, session }: { path?: string; session: Session | null }) {
  return (
    <header>
      <Link className="site-name" href="/" prefetch={false}>
        Next.js sample
      </Link>
      <nav aria-label="Main">
        {links.map(({ href, text }) => (
          // Not prefetched: whether a page may be seen is decided when somebody goes there.
          <Link
            key={href}
            href={href}
            prefetch={false}
            aria-current={href === path ? 'page' : undefined}
          >
            {text}
          </Link>
        ))}
      </nav>
      <div className="account">
        {session ? (
          <>
            <span className="account-email">{session.user?.email}</span>
            <SignOut />
          </>
        ) : (
          <SignIn>Sign in</SignIn>
        )}
      </div>
    </header>
  );
}

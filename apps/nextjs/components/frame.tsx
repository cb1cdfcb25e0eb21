import type { Session } from 'next-auth';
import type { ReactNode } from 'react';
import Header from '@/components/header';

interface Props {
  path?: string;
  session: Session | null;
  children: ReactNode;
}

/**
 * Header, main and footer. Every page brings its own, because Next.js keeps a layout as it is when
 * the page changes, and the header says who is signed in.
 */
export default function Frame({ path, session, children }: Props) {
  return (
    <>
      <Header path={path} session={session} />
      <main>{children}</main>
      <footer>
        <p>
          Built with Next.js, Auth.js and{' '}
          <a href="https://docs.logto.io/quick-starts/next-auth">Logto</a>.
        </p>
      </footer>
    </>
  );
}

// #region hardening: problems
import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <>
      <h1>Page not found</h1>
      <p>There is no page at this address.</p>
      <div className="actions">
        <Link className="button" href="/" prefetch={false}>
          Go to the home page
        </Link>
      </div>
    </>
  );
}
// #endregion

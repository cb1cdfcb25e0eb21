// #region hardening: not-found
import Link from 'next/link';

export const metadata = { title: 'Page not found' };

/** Next.js has a page for this, which leads nowhere. */
export default function NotFound() {
  return (
    <>
      <h1>Page not found</h1>
      <p>There is no page at this address.</p>
      <div className="actions">
        <Link className="button" href="/">
          Go to the home page
        </Link>
      </div>
    </>
  );
}
// #endregion

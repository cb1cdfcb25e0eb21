// #region hardening: problems
import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <>
      <h1>There is no such page</h1>
      <p>The address may have a typing mistake, or the page has moved.</p>
      <div className="actions">
        <Link className="button" href="/" prefetch={false}>
          Go home
        </Link>
      </div>
    </>
  );
}
// #endregion

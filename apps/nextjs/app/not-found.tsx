import type { Metadata } from 'next';
import Link from 'next/link';
import Frame from '@/components/frame';
import { currentSession } from '@/lib/current-session';

export const metadata: Metadata = { title: 'Not found' };

export default async function NotFound() {
  return (
    <Frame session={await currentSession()}>
      <h1>There is no such page</h1>
      <div className="actions">
        <Link className="button" href="/" prefetch={false}>
          Go home
        </Link>
      </div>
    </Frame>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Tells the other tabs who is signed in whenever a page is loaded, and follows when another one says so: a
 * tab that was signed out elsewhere would go on showing what its visitor has left.
 */
export default function FollowSession({ email }: { email: string | null }) {
  const router = useRouter();
  useEffect(() => {
    const tabs = new BroadcastChannel('session');
    tabs.onmessage = ({ data }: MessageEvent<string | null>) => {
      if (data === email) {
        return;
      }
      // Signed out: away from a page that would ask for a sign-in at once.
      if (data === null) {
        router.replace('/');
      }
      router.refresh();
    };
    tabs.postMessage(email);
    return () => tabs.close();
  }, [email, router]);
  return null;
}

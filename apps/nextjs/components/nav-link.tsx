'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

export default function NavLink({ href, children }: { href: string; children: string }) {
  const current = usePathname() === href ? 'page' : undefined;
  // Not prefetched: whether a page may be seen is decided when somebody goes there.
  return (
    <Link href={href} prefetch={false} aria-current={current}>
      {children}
    </Link>
  );
}

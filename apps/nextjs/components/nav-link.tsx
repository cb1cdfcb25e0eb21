'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** A link that says when the page that it leads to is the one that is open. */
export default function NavLink({ href, children }: { href: string; children: string }) {
  const isOpen = usePathname() === href;
  return (
    <Link href={href} prefetch={false} aria-current={isOpen ? 'page' : undefined}>
      {children}
    </Link>
  );
}

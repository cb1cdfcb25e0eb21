import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Next.js sample', template: '%s · Next.js sample' },
  description: 'Sign in with an e-mail code: Next.js, Auth.js and Logto',
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="page">{children}</body>
    </html>
  );
}

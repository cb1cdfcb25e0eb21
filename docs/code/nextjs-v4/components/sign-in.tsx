'use client';

import { signIn } from 'next-auth/react';

export default function SignIn() {
  return (
    <button type="button" onClick={() => signIn('logto')}>
      Sign in
    </button>
  );
}

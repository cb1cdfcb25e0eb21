import { startSignOut } from '@/lib/start-sign-out';

export default function SignOut({ children = 'Sign out' }: { children?: string }) {
  return (
    <form
      action={async () => {
        'use server';
        await startSignOut();
      }}
    >
      <button type="submit">{children}</button>
    </form>
  );
}

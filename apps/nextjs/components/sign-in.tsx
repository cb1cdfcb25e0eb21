import { signIn } from '@/auth';

interface Props {
  children?: string;
  className?: string;
  /** Where to go once signed in: a path of this application. */
  redirectTo?: string;
  /** More for Logto: `first_screen: 'register'` opens the registration page. */
  parameters?: Record<string, string>;
}

// #region sign-in
export default function SignIn({ children, className, redirectTo = '/', parameters }: Props) {
  return (
    <form
      action={async () => {
        'use server';
        await signIn('logto', { redirectTo }, parameters);
      }}
    >
      <button type="submit" className={className}>
        {children ?? 'Sign in'}
      </button>
    </form>
  );
}
// #endregion

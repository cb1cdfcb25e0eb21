import { signIn } from '@/auth';

interface Props {
  children?: string;
  /** Where to go once signed in: a path of this application. */
  redirectTo?: string;
  /** `register` opens Logto's registration page. */
  firstScreen?: 'register';
  className?: string;
}

// #region sign-in
export default function SignIn({
  children = 'Sign in',
  redirectTo = '/',
  firstScreen,
  className,
}: Props) {
  return (
    <form
      action={async () => {
        'use server';
        await signIn('logto', { redirectTo }, firstScreen && { first_screen: firstScreen });
      }}
    >
      <button type="submit" className={className}>
        {children}
      </button>
    </form>
  );
}
// #endregion

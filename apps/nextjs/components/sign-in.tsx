import { signIn } from '@/auth';

interface Props {
  children: string;
  className?: string;
  /** More for Logto: `first_screen: 'register'` opens the registration page. */
  parameters?: Record<string, string>;
}

// #region sign-in
export default function SignIn({ children, className, parameters }: Props) {
  return (
    <form
      action={async () => {
        'use server';
        await signIn('logto', { redirectTo: '/' }, parameters);
      }}
    >
      <button type="submit" className={className}>
        {children}
      </button>
    </form>
  );
}
// #endregion

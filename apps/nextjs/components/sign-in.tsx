import { startSignIn } from '@/lib/start-sign-in';

interface Props {
  children: string;
  /** Where to go once signed in: a path of this application. */
  redirectTo?: string;
  /** `register` opens Logto's registration page. */
  firstScreen?: 'register';
  primary?: boolean;
}

export default function SignIn({ children, redirectTo, firstScreen, primary }: Props) {
  return (
    <form
      action={async () => {
        'use server';
        await startSignIn({ redirectTo, firstScreen });
      }}
    >
      <button type="submit" className={primary ? 'primary' : undefined}>
        {children}
      </button>
    </form>
  );
}

import { redirect } from 'next/navigation';
import { signIn } from '@/auth';
import { diagnose } from '@/lib/diagnose';
import { logto } from '@/lib/logto';
import { errorPage } from '@/lib/problems';
import { push } from '@/lib/push-authorization';
import { missingSettings } from '@/lib/settings';

interface Options {
  /** Where the user comes back to: a path of this application. */
  redirectTo?: string;
  /** The page of Logto to begin with: sign-in unless told otherwise. */
  firstScreen?: 'register';
}

/** Sends the browser to Logto, or to the page that says why that would lead nowhere. */
export async function startSignIn(options: Options): Promise<never> {
  redirect(await destination(options));
}

async function destination({ redirectTo = '/', firstScreen }: Options): Promise<string> {
  if (missingSettings().length > 0) {
    return errorPage('SettingsMissing', redirectTo);
  }
  try {
    const client = await logto();
    const url = await signIn(
      'logto',
      { redirectTo, redirect: false },
      firstScreen && { first_screen: firstScreen },
    );
    return await push(url, client);
  } catch (error) {
    const problem = diagnose(error);
    console.error(
      `Sign-in could not start: ${problem} (${error instanceof Error && error.message})`,
    );
    return errorPage(problem, redirectTo);
  }
}

import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { signIn } from '@/auth';
// #region hardening: full-page
import { isFollowedLink, loadAsPage } from '@/hardening/full-page';

// #endregion

/** Where Auth.js sends visitors of a guarded page, and those whose sign-in failed. */
export async function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl;
  if (searchParams.has('error')) {
    // #region hardening: problems
    redirect(`/problem?${searchParams}`);
    // #endregion
    redirect('/');
  }
  // #region hardening: full-page
  if (isFollowedLink(request)) {
    return loadAsPage();
  }
  // #endregion
  await signIn('logto', { redirectTo: searchParams.get('callbackUrl') ?? '/' });
}

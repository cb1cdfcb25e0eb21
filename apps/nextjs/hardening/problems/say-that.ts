import { redirect } from 'next/navigation';
import { NextResponse } from 'next/server';
import type { NextAuthResult } from 'next-auth';
// #region hardening: full-page
import { isFollowedLink, loadAsPage } from '@/hardening/full-page';
// #endregion
import { isSessionCookie, withCookies, wrapAuth } from '@/hardening/wrap-auth';

/**
 * Tells a visitor whose session has just ended, instead of asking for a sign-in without a word. A form that was
 * sent off gets its own answer.
 */
export function sayThatItEnded(auth: NextAuthResult['auth']): NextAuthResult['auth'] {
  return wrapAuth(auth, ({ proxy }) => ({
    async proxy(request, event) {
      const { method, nextUrl } = request;
      const response = await proxy(request, event);
      const cookies = response?.headers.getSetCookie() ?? [];
      const own = cookies.filter(isSessionCookie);
      const hasEnded = own.length > 0 && own.every((cookie) => cookie.includes('Max-Age=0'));
      if (!hasEnded || method !== 'GET' || nextUrl.pathname === '/problem') {
        return response;
      }
      // #region hardening: full-page
      if (isFollowedLink(request)) {
        return loadAsPage();
      }
      // #endregion
      const problem = problemPage('SessionEnded', nextUrl.pathname + nextUrl.search);
      return withCookies(NextResponse.redirect(new URL(problem, process.env.AUTH_URL)), cookies);
    },
  }));
}

/** Auth.js asks Logto first where a sign-in begins; without an answer, it points to its own page of errors. */
export function sayThatLogtoIsAway(signIn: NextAuthResult['signIn']): NextAuthResult['signIn'] {
  async function finding(...[provider, given, parameters]: Parameters<typeof signIn>) {
    const options = given instanceof FormData ? Object.fromEntries(given) : given;
    const url: string = await signIn(provider, { ...options, redirect: false }, parameters);
    const issuer = process.env.AUTH_LOGTO_ISSUER;
    let destination = url;
    if (!url.startsWith(`${issuer}/`)) {
      console.error(`Sign-in could not start: nothing answers as Logto at ${issuer}`);
      destination = problemPage('LogtoDoesNotAnswer', String(options?.redirectTo ?? '/'));
    }
    return options?.redirect === false ? destination : redirect(destination);
  }
  return finding as typeof signIn;
}

/** The path of the page that explains a problem, and leads back to `callbackUrl`. */
function problemPage(error: string, callbackUrl: string): string {
  return `/problem?${new URLSearchParams({ error, callbackUrl })}`;
}

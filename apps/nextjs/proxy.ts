import { NextRequest, NextResponse } from 'next/server';
import { handlers } from '@/auth';
import { handOn, withCookies } from '@/lib/hand-on';
import { errorPage } from '@/lib/problems';
import { isSessionCookie, sessionToken } from '@/lib/session-token';
import { missingSettings, pageUrl } from '@/lib/settings';
import { isStale } from '@/lib/tokens';

const guarded = ['/profile'];

/** Guards pages, and refreshes the session where its cookie can be set: before the page begins. */
export async function proxy(request: NextRequest) {
  if (missingSettings().length > 0) {
    return NextResponse.next();
  }

  const { pathname, search } = request.nextUrl;
  const page = pathname + search;

  if (!request.cookies.getAll().some(({ name }) => isSessionCookie(name))) {
    return guarded.includes(pathname) ? redirect(signInPage(page)) : NextResponse.next();
  }

  // Nothing to refresh, nothing to set: so an old cookie never overwrites a newer one.
  const token = await sessionToken(request.headers);
  if (token && !isStale(token.tokens)) {
    return NextResponse.next();
  }

  const { signedIn, cookies } = await refresh(request);
  // A form that was sent off gets its own answer, and the page of a problem never leads to itself.
  if (signedIn || request.method !== 'GET' || pathname === '/error') {
    return handOn(request, cookies);
  }
  return withCookies(redirect(errorPage('SessionEnded', page)), cookies);
}

/** Has Auth.js read the session, which refreshes it in the `jwt` callback. */
async function refresh({ headers }: NextRequest) {
  const response = await handlers.GET(new NextRequest(pageUrl('/api/auth/session'), { headers }));
  return {
    signedIn: response.ok && (await response.json()) !== null,
    cookies: response.headers.getSetCookie().filter((line) => isSessionCookie(nameOf(line))),
  };
}

function nameOf(setCookie: string) {
  return setCookie.slice(0, setCookie.indexOf('='));
}

function redirect(path: string) {
  return NextResponse.redirect(pageUrl(path));
}

function signInPage(callbackUrl: string) {
  return `/sign-in?${new URLSearchParams({ callbackUrl })}`;
}

export const config = {
  // Pages only: no files, and not Auth.js's own routes, which set their cookies themselves.
  matcher: '/((?!_next/|api/auth/|.*\\.).*)',
};

import { type NextFetchEvent, type NextProxy, NextResponse } from 'next/server';
import type { NextAuthRequest } from 'next-auth';
import { auth } from '@/auth';
import { handOn } from '@/lib/hand-on';
import { errorPage } from '@/lib/problems';
import { hasSessionCookie, sessionToken } from '@/lib/session-token';
import { missingSettings } from '@/lib/settings';
import { isStale } from '@/lib/tokens';

const guarded = ['/profile'];

/** Refreshes the session where its cookie can be set: here, before the page is rendered. */
export const proxy: NextProxy = async (request, event) => {
  if (missingSettings().length > 0) return NextResponse.next();

  // Nothing to refresh, nothing to set: an old cookie never overwrites a newer one.
  const token = await sessionToken(request.headers);
  if (token && !isStale(token.tokens)) return NextResponse.next();

  const response = await refreshed(request, event);
  return response && handOn(request, response);
};

/** Refreshes through the `jwt` callback; sends visitors without a session on their way. */
const refreshed = auth((request: NextAuthRequest, _event: NextFetchEvent) => {
  const { pathname, search } = request.nextUrl;
  const redirect = (path: string) => NextResponse.redirect(new URL(path, request.nextUrl));
  // A form that was sent off gets its own answer.
  if (request.auth || request.method !== 'GET' || pathname === '/error') return;

  const page = pathname + search;
  const cookies = request.cookies.getAll().map(({ name }) => name);
  if (hasSessionCookie(cookies)) return redirect(errorPage('SessionEnded', page));
  if (guarded.includes(pathname)) {
    return redirect(`/sign-in?${new URLSearchParams({ callbackUrl: page })}`);
  }
});

export const config = {
  // Pages only: no files, and not Auth.js's own routes, which set their cookies themselves.
  matcher: '/((?!_next/|api/auth/|.*\\.).*)',
};

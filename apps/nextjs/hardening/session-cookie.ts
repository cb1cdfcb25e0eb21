import { AsyncLocalStorage } from 'node:async_hooks';
import { type NextRequest, NextResponse } from 'next/server';
import type { NextAuthResult } from 'next-auth';
import { getToken } from 'next-auth/jwt';
import type { JwtCallback } from '@/hardening/jwt-callback';
import { isSessionCookie, withCookies, wrapAuth } from '@/hardening/wrap-auth';

const readOnly = new AsyncLocalStorage<true>();

/** Renews nothing where the cookie cannot be set: the new tokens would be lost, and the old ones used up. */
export function renewWhereItLasts(jwt: JwtCallback): JwtCallback {
  return (params) => (readOnly.getStore() ? params.token : jwt(params));
}

/**
 * Auth.js sets the session cookie whenever the proxy reads the session, and the page of the same request
 * still gets the one before. Here the page gets the new one. A cookie with the same tokens as before is not
 * set: an answer that arrives late would overwrite newer ones, or undo a sign-out.
 * @see https://github.com/nextauthjs/next-auth/issues/12507
 */
export function keepCookie(auth: NextAuthResult['auth']): NextAuthResult['auth'] {
  return wrapAuth(auth, ({ proxy, session }) => ({
    session: () => readOnly.run(true, session),

    async proxy(request, event) {
      const response = await proxy(request, event);
      const cookies = response?.headers.getSetCookie() ?? [];
      const own = cookies.filter(isSessionCookie);
      if (!response || own.length === 0) {
        return response;
      }
      const before = await tokenOf(request);
      putInto(request, own);
      const after = await tokenOf(request);
      if (after && after.accessToken === before?.accessToken) {
        return withCookies(
          response,
          cookies.filter((cookie) => !isSessionCookie(cookie)),
        );
      }
      const isRedirect = response.headers.has('location');
      const { headers } = request;
      return isRedirect
        ? response
        : withCookies(NextResponse.next({ request: { headers } }), cookies);
    },
  }));
}

function tokenOf({ headers }: NextRequest) {
  const { AUTH_SECRET, AUTH_URL } = process.env;
  const secureCookie = AUTH_URL?.startsWith('https:') ?? false;
  return getToken({ req: { headers }, secret: AUTH_SECRET, secureCookie });
}

function putInto(request: NextRequest, cookies: string[]): void {
  const headers = cookies.map((cookie): [string, string] => ['set-cookie', cookie]);
  for (const { name, value } of new NextResponse(null, { headers }).cookies.getAll()) {
    if (value) {
      request.cookies.set(name, value);
    } else {
      request.cookies.delete(name);
    }
  }
}

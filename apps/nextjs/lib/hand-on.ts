import { type NextRequest, NextResponse } from 'next/server';

/**
 * Goes on to the page with cookies that were just made: for the browser, and for the server
 * components of this very request. Those would otherwise work with the session before, whose
 * tokens have been replaced.
 * @param cookies `Set-Cookie` headers.
 */
export function handOn(request: NextRequest, cookies: string[]): NextResponse {
  const headers = cookies.map((cookie): [string, string] => ['set-cookie', cookie]);
  for (const { name, value } of new NextResponse(null, { headers }).cookies.getAll()) {
    if (value) {
      request.cookies.set(name, value);
    } else {
      request.cookies.delete(name);
    }
  }
  return withCookies(NextResponse.next({ request: { headers: request.headers } }), cookies);
}

/** `response` with more `Set-Cookie` headers. */
export function withCookies<T extends Response>(response: T, cookies: string[]): T {
  for (const cookie of cookies) {
    response.headers.append('set-cookie', cookie);
  }
  return response;
}

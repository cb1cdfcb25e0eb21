import type { NextFetchEvent, NextRequest } from 'next/server';
import type { NextAuthResult, Session } from 'next-auth';

type Auth = NextAuthResult['auth'];

/** The two ways in which this application calls `auth`. */
export interface AuthCalls {
  /** As proxy: `export { auth as proxy } from '@/auth'`. */
  proxy: (request: NextRequest, event: NextFetchEvent) => Promise<Response | undefined>;
  /** In server components, actions and route handlers: `await auth()`. */
  session: () => Promise<Session | null>;
}

/** `auth` with one or both of these ways changed. */
export function wrapAuth(auth: Auth, change: (before: AuthCalls) => Partial<AuthCalls>): Auth {
  const call = auth as unknown as (...args: unknown[]) => Promise<never>;
  const before: AuthCalls = { proxy: call, session: call };
  const { proxy, session } = { ...before, ...change(before) };
  const wrapped = (...args: unknown[]) => {
    if (args.length === 0) {
      return session();
    }
    return args[0] instanceof Request
      ? proxy(args[0] as NextRequest, args[1] as NextFetchEvent)
      : call(...args);
  };
  return wrapped as unknown as Auth;
}

/** Whether a `Set-Cookie` header is for the session, or for a part of one too large for a single cookie. */
export function isSessionCookie(setCookie: string): boolean {
  return /^(__Secure-)?authjs\.session-token(\.\d+)?=/.test(setCookie);
}

/** A response with these `Set-Cookie` headers and no others. */
export function withCookies<R extends Response>(response: R, cookies: string[]): R {
  response.headers.delete('set-cookie');
  for (const cookie of cookies) {
    response.headers.append('set-cookie', cookie);
  }
  return response;
}

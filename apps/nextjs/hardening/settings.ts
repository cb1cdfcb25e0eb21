import { redirect } from 'next/navigation';
import { NextResponse } from 'next/server';
import type { NextAuthResult } from 'next-auth';
import { wrapAuth } from '@/hardening/wrap-auth';

/**
 * What is wrong with the settings that are there; each sentence says what to enter instead.
 * @see https://github.com/nextauthjs/next-auth/issues/10522
 */
export function wrongSettings(): string[] {
  const { AUTH_LOGTO_ISSUER, AUTH_SECRET, AUTH_URL } = process.env;
  const faults = [wrongIssuer(AUTH_LOGTO_ISSUER), wrongSecret(AUTH_SECRET), wrongUrl(AUTH_URL)];
  return faults.filter((fault) => fault !== undefined);
}

function wrongIssuer(issuer: string | undefined): string | undefined {
  if (!issuer) {
    return;
  }
  if (!isWebAddress(issuer)) {
    return `AUTH_LOGTO_ISSUER is no address: ${issuer}. Enter one like https://logto.example.com/oidc.`;
  }
  const right = `${issuer.replace(/\/+$/, '').replace(/\/oidc$/, '')}/oidc`;
  if (issuer !== right) {
    return `AUTH_LOGTO_ISSUER is ${issuer}. Enter ${right}, with nothing behind it.`;
  }
}

function wrongSecret(secret: string | undefined): string | undefined {
  if (secret && secret.length < 32) {
    return 'AUTH_SECRET is shorter than 32 characters. Enter what openssl rand -base64 33 prints.';
  }
}

function wrongUrl(url: string | undefined): string | undefined {
  if (!url) {
    return;
  }
  if (!isWebAddress(url)) {
    return `AUTH_URL is no address: ${url}. Enter one like http://localhost:3000 or https://shop.example.com.`;
  }
  const { origin } = new URL(url);
  if (url !== origin && url !== `${origin}/`) {
    return `AUTH_URL is ${url}. Enter ${origin}, with nothing behind it.`;
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

/** With wrong settings nobody is signed in, and every page is the one that says what is wrong. */
export function requireSettings(auth: NextAuthResult['auth']): NextAuthResult['auth'] {
  return wrapAuth(auth, ({ proxy, session }) => ({
    async proxy(request, event) {
      if (wrongSettings().length === 0) {
        return proxy(request, event);
      }
      // A redirect needs a whole address, and AUTH_URL may be what is wrong.
      const home = new URL('/', request.url);
      return request.nextUrl.pathname === '/' ? undefined : NextResponse.redirect(home);
    },
    session: async () => (wrongSettings().length === 0 ? session() : null),
  }));
}

/** A sign-in would fail in Auth.js; the page says why. */
export function refuseSignIn(signIn: NextAuthResult['signIn']): NextAuthResult['signIn'] {
  const refusing = async (...args: Parameters<typeof signIn>) =>
    wrongSettings().length === 0 ? signIn(...args) : redirect('/');
  return refusing as typeof signIn;
}

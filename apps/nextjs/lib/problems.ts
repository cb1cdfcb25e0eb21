import { missingSettings, pageUrl, setting } from '@/lib/settings';

/** `OAuthCallbackError`, `AccessDenied` and `Configuration` are names that Auth.js gives. */
const problems = {
  LogtoDoesNotAnswer: () => ({
    title: 'Logto does not answer',
    remedy: `Nothing answers as Logto at ${setting('AUTH_LOGTO_ISSUER')}. Start Logto, or correct AUTH_LOGTO_ISSUER in .env.local, then try again.`,
  }),
  SignedOutHereOnly: () => ({
    title: 'Logto does not answer',
    remedy: `You are signed out of this application, but not of Logto: nothing answers at ${setting('AUTH_LOGTO_ISSUER')}. Start Logto, then try again.`,
  }),
  AccessDenied: () => ({
    title: 'Access denied',
    remedy:
      'Logto did not let you in. Sign in again, or ask whoever runs this application for access.',
  }),
  UnknownApplication: () => ({
    title: 'Logto does not know this application',
    remedy: `Logto at ${setting('AUTH_LOGTO_ISSUER')} has no application with the ID ${setting('AUTH_LOGTO_ID')} and this secret. Copy the App ID and the App Secret from the Logto Console into AUTH_LOGTO_ID and AUTH_LOGTO_SECRET in .env.local.`,
  }),
  RedirectUriNotRegistered: () => ({
    title: 'The redirect URI is not registered',
    remedy: `Add ${pageUrl('/api/auth/callback/logto')} to the redirect URIs of this application in the Logto Console; it has to match to the letter.`,
  }),
  SettingsMissing: () => ({
    title: 'Settings are missing',
    remedy: `Copy .env.example to .env.local and enter ${missingSettings().join(', ')}. Then start this application again.`,
  }),
  SessionEnded: () => ({
    title: 'Your session has ended',
    remedy:
      'You were signed out, or the session was too old to be renewed. Sign in again to go on.',
  }),
  AccessTokenExpired: () => ({
    title: 'The access token has expired',
    remedy: 'Logto could not renew it in time. You are still signed in here; try again.',
  }),
  Configuration: () => ({
    title: 'Sign-in did not finish',
    remedy:
      'It took too long, or another tab began one too. Sign in again; if it fails again, the server’s log says why.',
  }),
};

export type Problem = keyof typeof problems;

/** A name from the address bar, as a problem that this application can explain. */
export function problemFrom(name: unknown): Problem {
  if (missingSettings().length > 0) {
    return 'SettingsMissing';
  }
  if (name === 'OAuthCallbackError') {
    return 'AccessDenied';
  }
  return typeof name === 'string' && Object.hasOwn(problems, name)
    ? (name as Problem)
    : 'Configuration';
}

/** What to tell the user, and what to do about it. */
export function explain(problem: Problem) {
  return problems[problem]();
}

/** The path of the page that explains a problem and leads back to `callbackUrl`. */
export function errorPage(error: Problem, callbackUrl = '/'): string {
  return `/error?${new URLSearchParams({ error, callbackUrl })}`;
}

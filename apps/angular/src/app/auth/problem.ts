import type { HttpErrorResponse } from '@angular/common/http';
import type { Settings } from '../settings';

/** What can go wrong between this application and Logto, as far as the visitor is concerned. */
export type Problem =
  | 'unreachable'
  | 'access-denied'
  | 'unknown-application'
  | 'redirect-uri'
  | 'session-ended'
  | 'failed';

/** By the `error` parameter of OAuth 2.0, in a response's body or in the callback's address. */
const byError: Record<string, Problem> = {
  access_denied: 'access-denied',
  invalid_client: 'unknown-application',
  invalid_redirect_uri: 'redirect-uri',
  invalid_token: 'session-ended',
};

export function problemOfError(error: string): Problem {
  return byError[error] ?? 'failed';
}

/** What a failed request to Logto means; `form` is what was sent, if it was a form. */
export function problemOfResponse(response: HttpErrorResponse, form?: unknown): Problem {
  if (response.status === 0) {
    // Logto lets a page read an answer only if a redirect URI of the application is at the page's own
    // origin. The library asks for the discovery document right before, and that was answered.
    return response.url?.endsWith('/oidc/request') ? 'redirect-uri' : 'unreachable';
  }
  if (response.status >= 502 && response.status <= 504) {
    return 'unreachable';
  }

  const { error, error_description: description } = response.error ?? {};
  if (error === 'invalid_request' && description?.startsWith('redirect_uri')) {
    return 'redirect-uri';
  }

  const renewal = String(form).includes('grant_type=refresh_token');
  return error === 'invalid_grant' && renewal ? 'session-ended' : problemOfError(error);
}

/** What the visitor reads: what is wrong, and what to do. */
export interface Explanation {
  heading: string;
  remedy: string;
}

export function explain(problem: Problem, settings: Settings): Explanation {
  const { endpoint, appId } = settings;
  switch (problem) {
    case 'unreachable':
      return {
        heading: 'Logto does not answer',
        remedy: `Nothing answers at ${endpoint}. Start Logto, or correct the endpoint in public/logto.json, then try again.`,
      };
    case 'access-denied':
      return {
        heading: 'Access denied',
        remedy:
          'Logto did not let you in. Sign in again, or ask whoever runs this application for access.',
      };
    case 'unknown-application':
      return {
        heading: 'Logto does not know this application',
        remedy: `Logto at ${endpoint} has no application with the ID ${appId}. Copy the App ID from the Logto Console into public/logto.json.`,
      };
    case 'redirect-uri':
      return {
        heading: 'The redirect URI is not registered',
        remedy: `Add ${location.origin}/callback to the redirect URIs of this application in the Logto Console; it has to match to the letter.`,
      };
    case 'session-ended':
      return {
        heading: 'Your session has ended',
        remedy:
          'You were signed out, or the session was too old to be renewed. Sign in again to go on.',
      };
    case 'failed':
      return {
        heading: 'Sign-in did not finish',
        remedy:
          'The answer that came back does not belong to a sign-in that this tab started, or it came too late. Sign in again.',
      };
  }
}

import type { HttpErrorResponse } from '@angular/common/http';

/** What can go wrong between this application and Logto, as far as the visitor is concerned. */
export type Problem =
  | 'unreachable'
  | 'access-denied'
  | 'unknown-application'
  | 'application-type'
  | 'redirect-uri'
  | 'issuer'
  | 'api-resource'
  | 'clock'
  | 'session-ended'
  | 'failed';

/** By the `error` parameter of OAuth 2.0, in a response's body or in the callback's address. */
const byError: Record<string, Problem> = {
  access_denied: 'access-denied',
  invalid_client: 'unknown-application',
  invalid_redirect_uri: 'redirect-uri',
  invalid_target: 'api-resource',
};

export function problemOfError(error: string): Problem {
  return byError[error] ?? 'failed';
}

/** What a failed request of the library means; `form` is what was sent, if it was a form. */
export function problemOfResponse(response: HttpErrorResponse, form?: unknown): Problem {
  if (response.status === 0) {
    // Logto lets a page read an answer only if a redirect URI of the application is at the page's own
    // origin. The library asks for the discovery document right before, and that was answered.
    return response.url?.endsWith('/oidc/request') ? 'redirect-uri' : 'unreachable';
  }
  if (response.status >= 502 && response.status <= 504) {
    return 'unreachable';
  }
  const { error, error_description: description = '' } = response.error ?? {};
  if (error === 'invalid_request' && description.startsWith('redirect_uri')) {
    return 'redirect-uri';
  }
  // An application with a secret: the browser has none to show.
  if (error === 'invalid_client' && description.includes('authentication')) {
    return 'application-type';
  }
  const renewal = String(form).includes('grant_type=refresh_token');
  return error === 'invalid_grant' && renewal ? 'session-ended' : problemOfError(error);
}

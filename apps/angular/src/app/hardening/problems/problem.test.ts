import { HttpErrorResponse } from '@angular/common/http';
import { expect, test } from 'vitest';
import { problemOfResponse } from './problem';

const logto = 'http://localhost:3001/oidc';
function failed(path: string, status: number, error?: object) {
  return new HttpErrorResponse({ url: logto + path, status, error });
}

test.each([
  ['nothing listens', failed('/.well-known/openid-configuration', 0), 'unreachable'],
  ['a proxy finds nothing behind it', failed('/request', 502), 'unreachable'],
  [
    'an unknown App ID',
    failed('/request', 400, { error: 'invalid_client' }),
    'unknown-application',
  ],
  [
    'an unregistered redirect URI, as Logto says it',
    failed('/request', 400, {
      error: 'invalid_request',
      error_description: "redirect_uri did not match any of the client's registered redirect_uris",
    }),
    'redirect-uri',
  ],
  ['no redirect URI at this origin, so no CORS', failed('/request', 0), 'redirect-uri'],
  [
    'an API resource that is not there',
    failed('/request', 400, { error: 'invalid_target' }),
    'api-resource',
  ],
  ['another error', failed('/request', 400, { error: 'invalid_scope' }), 'failed'],
  ['an error without a body', failed('/token', 500), 'failed'],
])('%s', (_what, response, problem) => {
  expect(problemOfResponse(response)).toBe(problem);
});

test('a refused grant ends a session when it was a renewal, and a sign-in otherwise', () => {
  const refused = failed('/token', 400, { error: 'invalid_grant' });
  expect(problemOfResponse(refused, 'grant_type=refresh_token&client_id=abc')).toBe(
    'session-ended',
  );
  expect(problemOfResponse(refused, 'grant_type=authorization_code&code=c')).toBe('failed');
});

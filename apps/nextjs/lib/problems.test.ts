import { describe, expect, test, vi } from 'vitest';
import { errorPage, explain, problemFrom } from './problems';

describe('problemFrom', () => {
  test.each([
    ['OAuthCallbackError', 'Access denied'],
    ['AccessDenied', 'Access denied'],
    ['LogtoDoesNotAnswer', 'Logto does not answer'],
    ['UnknownApplication', 'Logto does not know this application'],
    ['RedirectUriNotRegistered', 'The redirect URI is not registered'],
    ['SessionEnded', 'Your session has ended'],
    ['Configuration', 'Sign-in did not finish'],
    ['constructor', 'Sign-in did not finish'],
    [undefined, 'Sign-in did not finish'],
  ])('explains %s', (name, title) => {
    vi.stubEnv('AUTH_LOGTO_ISSUER', 'http://localhost:3001/oidc');

    expect(explain(problemFrom(name)).title).toBe(title);
  });

  test('puts missing settings first, and names them', () => {
    vi.stubEnv('AUTH_LOGTO_ISSUER', 'http://localhost:3001/oidc');
    vi.stubEnv('AUTH_LOGTO_ID', '');
    vi.stubEnv('AUTH_URL', '');

    const { title, remedy } = explain(problemFrom('Configuration'));

    expect(title).toBe('Settings are missing');
    expect(remedy).toContain('AUTH_LOGTO_ID, AUTH_URL.');
  });
});

test('the page of a problem leads back', () => {
  expect(errorPage('SessionEnded', '/profile')).toBe(
    '/error?error=SessionEnded&callbackUrl=%2Fprofile',
  );
});

import { describe, expect, test } from 'vitest';
import { explain } from './problem-alert';

describe('explain', () => {
  test.each([
    ['OAuthCallbackError', 'Access denied'],
    ['AccessDenied', 'Access denied'],
    ['LogtoDoesNotAnswer', 'Logto does not answer'],
    ['UnknownApplication', 'Logto does not know this application'],
    ['RedirectUriNotRegistered', 'The redirect URI is not registered'],
    ['SessionEnded', 'Your session has ended'],
    ['Configuration', 'Sign-in did not finish'],
    ['constructor', 'Sign-in did not finish'],
  ])('%s', (name, title) => {
    expect(explain(name).title).toBe(title);
  });
});

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import ProblemAlert, { explain } from './problem-alert';

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

test.each([
  ['development', true],
  ['production', false],
])('in %s, hints for whoever runs it: %s', (environment, shown) => {
  vi.stubEnv('NODE_ENV', environment);

  const page = renderToStaticMarkup(<ProblemAlert problem="UnknownApplication" />);

  expect(page).toContain('Logto does not know this application');
  expect(page.includes('.env.local')).toBe(shown);
});

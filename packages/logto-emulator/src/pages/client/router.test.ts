import { describe, expect, test } from 'vitest';
import { findRoute, withQuery } from './router.ts';
import { routes } from './routes.ts';

describe('finding the page of a path', () => {
  test('every page is found under its own path, with and without a slash at the end', () => {
    for (const route of routes) {
      expect(findRoute(routes, route.path)).toBe(route);
      expect(findRoute(routes, `${route.path}/`)).toBe(route);
    }
  });

  test.each(['/', '', '/sign-in/nope', '/sign-in-x', '/continue', '//sign-in'])(
    'nothing is found under %j',
    (path) => {
      expect(findRoute(routes, path)).toBeUndefined();
    },
  );
});

describe('the query of a link', () => {
  test('is the application that asked', () => {
    expect(withQuery('/register', 'app1')).toBe('/register?app_id=app1');
    expect(withQuery('/register', undefined)).toBe('/register');
    expect(withQuery('/one-time-token?x=1', 'app1')).toBe('/one-time-token?x=1&app_id=app1');
  });

  test('keeps what the address has on the way to the code', () => {
    expect(withQuery('/sign-in/verification-code', 'app1', '?login_hint=a%40b.c&app_id=old')).toBe(
      '/sign-in/verification-code?login_hint=a%40b.c&app_id=app1',
    );
    expect(withQuery('/sign-in/password', 'app1', '?login_hint=a')).toBe(
      '/sign-in/password?app_id=app1',
    );
  });
});

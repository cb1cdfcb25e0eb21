import { expect, test } from 'vitest';
import { forLibrary, isRedirectOrigin, matchesRedirectUri } from './redirect-uris.ts';

test.each([
  ['http://localhost:4200/callback', 'http://localhost:4200/callback', true],
  ['http://localhost:4200/callback', 'http://localhost:4200/callback/', false],
  ['http://localhost:4200/callback', 'http://localhost:4201/callback', false],
  ['https://*.example.com/callback', 'https://a.example.com/callback', true],
  ['https://*.example.com/callback', 'https://a.b.example.com/callback', false],
  ['https://*.example.com/callback', 'https://example.com/callback', false],
  ['https://*.example.com/callback', 'https://aXexample.com/callback', false],
  ['https://*.example.com/callback', 'http://a.example.com/callback', false],
  ['https://*.example.com/callback', 'https://a.example.com:8443/callback', false],
  ['https://*.example.com:8443/callback', 'https://a.example.com:8443/callback', true],
  ['https://pr-*.preview.example.com/*', 'https://pr-7.preview.example.com/a/b', true],
  ['https://pr-*.preview.example.com/*', 'https://main.preview.example.com/a', false],
  ['https://app.example.com/*/callback', 'https://app.example.com/a/b/callback', true],
  ['https://app.example.com/*/callback', 'https://app.example.com/a/callback?x=1', false],
  ['http://localhost:4200/*', 'http://localhost:4200/callback', true],
  ['https://*.com/callback', 'https://evil.com/callback', false],
  ['https://example.*/callback', 'https://example.evil/callback', false],
  ['https://*/callback', 'https://evil/callback', false],
  ['https://*.example.com/callback', 'https://*.example.com/callback', false],
  ['com.example.app://callback', 'com.example.app://callback', true],
])('%s, asked for %s: %s', (registered, uri, matches) => {
  expect(matchesRedirectUri(registered, uri)).toBe(matches);
});

test('scripts of an address that is redirected to may call, others may not', () => {
  const registeredRedirectUris = [
    'https://*.example.com/callback',
    'http://localhost:4200/callback',
  ];
  const metadata = { registeredRedirectUris };
  expect(isRedirectOrigin(metadata, 'https://a.example.com')).toBe(true);
  expect(isRedirectOrigin(metadata, 'http://localhost:4200')).toBe(true);
  expect(isRedirectOrigin(metadata, 'https://example.com.evil.example')).toBe(false);
});

test('the library gets what it takes, and never none where there are some', () => {
  const uris = ['com.example.app://callback', 'http://localhost:4200/callback'];
  expect(forLibrary('SPA', uris)).toEqual(uris.slice(1));
  expect(forLibrary('Native', uris)).toEqual(uris.slice(1));
  expect(forLibrary('SPA', uris.slice(0, 1))).toEqual(['https://redirect.invalid/']);
  expect(forLibrary('SPA', [])).toEqual([]);
});

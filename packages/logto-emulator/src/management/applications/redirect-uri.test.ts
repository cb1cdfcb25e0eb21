import { expect, test } from 'vitest';
import { isRedirectUri } from './redirect-uri.ts';

test.each([
  'http://localhost:4200/callback',
  'https://example.com',
  'http://[::1]/callback',
  'HTTP://A.com/',
  'https://a.example.com/*',
  'http://*.example.com/callback',
  'com.acme:/callback',
  'com.acme://callback',
  'custom.scheme-1:/x',
])('%s is taken', (uri) => {
  expect(isRedirectUri(uri)).toBe(true);
});

test.each([
  '',
  'not a url',
  'http://',
  '1abc:/x',
  'http://*/callback',
  'http://user@*.example.com/',
  'http://example.com/?a=*',
  'http://example.com/#*',
  'http://example.com:*/',
  'http*://a.example.com/',
  'http://[*]:80/a.b',
  'http://example.com/../b',
  'http://example.com/%2E%2e/b',
])('%s is refused', (uri) => {
  expect(isRedirectUri(uri)).toBe(false);
});

import { expect, it } from 'vitest';
import { canonicalQuery, percentEncode } from './percent-encoding.ts';

it('leaves alone what RFC 3986 calls unreserved, and nothing else', () => {
  expect(percentEncode("aZ09-_.~ !'()*&=ü")).toBe('aZ09-_.~%20%21%27%28%29%2A%26%3D%C3%BC');
});

it.each([[['b', 'c', 'a']], [['c', 'a', 'b']], [['a', 'c', 'b']], [['b', 'a', 'c']]])(
  'sorts by name: %j',
  (names) => {
    const pairs = names.map((name) => [name, name.toUpperCase()] as const);
    expect(canonicalQuery(pairs)).toBe('a=A&b=B&c=C');
  },
);

import { expect, test } from 'vitest';
import { searchFilter } from './search.ts';

const people = [
  { id: '1', name: 'Ada Lovelace', primaryEmail: 'ada@example.com' },
  { id: '2', name: 'Bob', primaryEmail: 'bob@example.org' },
  { id: '3', name: null, primaryEmail: 'a_a@example.org' },
];

function search(query: string) {
  const matches = searchFilter<(typeof people)[number]>(new URLSearchParams(query), [
    'id',
    'name',
    'primaryEmail',
  ]);
  return people.filter(matches).map(({ id }) => id);
}

test.each([
  ['', ['1', '2', '3']],
  ['search=%ada%', ['1']],
  ['search=ada', []],
  ['search=%ADA%&isCaseSensitive=true', []],
  ['search.name=b_b', ['2']],
  ['search=a\\_a%', ['3']],
  ['search.primaryEmail=%.org', ['2', '3']],
  ['search.primary_email=%.org', ['2', '3']],
  ['search.name=bob&mode=exact', ['2']],
  ['search.name=bob&mode.name=exact&isCaseSensitive=1', []],
  ['search.name=bob&search.name=ada lovelace&mode=exact', ['1', '2']],
  ['search=^a&mode=posix', ['1', '3']],
  ['search.name=(Ada|Bob)%&mode=similar_to&isCaseSensitive=true', ['1', '2']],
  ['search.name=%o%&search.primaryEmail=%.org&joint=and', ['2']],
  ['search.name=%o%&search.primaryEmail=%.org', ['1', '2', '3']],
])('%s', (query, ids) => {
  expect(search(query.replaceAll('%', '%25'))).toEqual(ids);
});

test.each([
  ['search=', 'Search value cannot be empty.'],
  ['search=a&search=b', 'Only one search value is allowed'],
  [
    'search.password=a',
    'Search field `password` is not valid, expect one of id, name, primary_email',
  ],
  ['search.a.b=c', 'Unsupported nested search field path `a.b` detected.'],
  ['mode=fuzzy&search=a', 'Search match mode `fuzzy` is not valid, expect one of exact, like'],
  ['joint=xor', 'Search joint mode `xor` is not valid, expect one of or, and.'],
  ['search=a&mode=similar_to', 'Cannot use case-insensitive match for `similar to`.'],
])('%s makes no sense', (query, message) => {
  expect(() => search(query)).toThrow(message);
});

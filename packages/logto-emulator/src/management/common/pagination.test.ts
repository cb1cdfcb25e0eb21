import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { answerError } from '../../http/answer-error.ts';
import { answerPage } from './pagination.ts';

async function page(query: string, optional = false) {
  const app = new Hono();
  app.onError(answerError);
  app.get('/api/list', (c) => answerPage(c, [1, 2, 3, 4, 5], { optional, map: (n) => n * 10 }));
  const response = await app.request(`http://localhost/api/list?${query}`);
  const body = await response.json();
  return {
    status: response.status,
    body,
    total: response.headers.get('total-number'),
    links: response.headers.get('link')?.split(', '),
  };
}

test('a page knows its neighbours', async () => {
  expect(await page('page=2&page_size=2&q=a%20b')).toEqual({
    status: 200,
    body: [30, 40],
    total: '5',
    links: [
      '<http://localhost/list?page=1&page_size=2&q=a+b>; rel="first"',
      '<http://localhost/list?page=1&page_size=2&q=a+b>; rel="prev"',
      '<http://localhost/list?page=3&page_size=2&q=a+b>; rel="last"',
      '<http://localhost/list?page=3&page_size=2&q=a+b>; rel="next"',
    ],
  });
});

test('a page beyond the end is empty', async () => {
  expect(await page('page=9&page_size=2')).toMatchObject({ body: [], total: '5' });
});

test('without a page, an optional list is whole and has no headers', async () => {
  const whole = { status: 200, body: [10, 20, 30, 40, 50], total: null, links: undefined };
  expect(await page('', true)).toEqual(whole);
  expect(await page('page=&page_size=', true)).toEqual(whole);
  expect((await page('')).total).toBe('5');
});

test.each(['page=0', 'page=-1', 'page=x', 'page_size=0', 'page_size=101'])(
  '%s is refused',
  async (query) => {
    expect(await page(query)).toMatchObject({
      status: 400,
      body: { code: 'guard.invalid_pagination' },
    });
  },
);

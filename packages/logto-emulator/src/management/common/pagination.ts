import type { Context as HonoContext } from 'hono';
import { RequestError } from '../../http/request-error.ts';
import { queryOf } from './query.ts';

const defaultPageSize = 20;
const maxPageSize = 100;

/**
 * Answers the page of a list that the query's `page` and `page_size` ask for, with Logto's headers
 * `Total-Number` and `Link`. With `optional`, a query without both of them gets the whole list and no
 * headers.
 *
 * @param map makes the answer of an item, for the items on the page only
 * @throws RequestError `guard.invalid_pagination` (400)
 */
export function answerPage<T>(
  c: HonoContext,
  list: readonly T[],
  {
    optional = false,
    map = (item) => item,
  }: { optional?: boolean; map?: (item: T) => unknown } = {},
): Response {
  const page = c.req.query('page');
  const size = c.req.query('page_size');
  if (optional && !page && !size) {
    return c.json(list.map((item) => map(item)));
  }

  const number = page ? positive(page) : 1;
  const limit = size ? positive(size, maxPageSize) : defaultPageSize;
  const offset = (number - 1) * limit;
  if (!Number.isInteger(limit) || !Number.isInteger(offset)) {
    // Logto hands these to its database, which refuses them.
    throw new RequestError({ code: 'entity.invalid_input', status: 422 });
  }
  const current = Math.floor(offset / limit) + 1;
  const last = Math.ceil(list.length / limit) || 1;

  c.header('Total-Number', String(list.length));
  const link = (to: number, relation: string) => {
    const { origin, pathname } = new URL(c.req.url);
    // A name that comes several times is joined by commas here, as in Logto.
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...queryOf(c), page: to })) {
      query.set(name, String(value));
    }
    // Logto mounts the API at /api and leaves the mount point out of these addresses.
    const path = pathname.replace(/^\/api/, '');
    c.header('Link', `<${origin}${path}?${query}>; rel="${relation}"`, {
      append: true,
    });
  };
  link(1, 'first');
  if (current > 1) {
    link(current - 1, 'prev');
  }
  link(last, 'last');
  if (current < last) {
    link(current + 1, 'next');
  }
  return c.json(list.slice(offset, offset + limit).map((item) => map(item)));
}

function positive(text: string, max = Number.POSITIVE_INFINITY): number {
  const number = Number(text);
  // Written so that NaN is refused too.
  if (!(number > 0 && number <= max)) {
    throw new RequestError({ code: 'guard.invalid_pagination', status: 400 });
  }
  return number;
}

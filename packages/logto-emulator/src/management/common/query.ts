import type { Context as HonoContext } from 'hono';

/** The query as Logto's parser gives it: a string, or an array where a name comes several times. */
export function queryOf(c: HonoContext): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? '') : values,
    ]),
  );
}

/** Whether a text in a query means yes. */
export function isYes(value: string | undefined): boolean {
  return ['1', 'true', 'y', 'yes', 'yep', 'yeah'].includes((value ?? '').toLowerCase());
}

import { Hono } from 'hono';
import { type Mailbox, summaryOf } from '../mailbox/mailbox.ts';
import type { Message } from '../mailbox/message.ts';
import { messagePredicate } from '../mailbox/message-filter.ts';
import { waitForMessage } from '../mailbox/wait-for-message.ts';

const defaultLimit = 50;
const mostSeconds = 300;

function whole(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

function idsGuard(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Reads `{"ids": […], "read": …}`; no body at all means every mail. Undefined when it is malformed. */
function readChoice(text: string): { ids?: string[]; read?: boolean } | undefined {
  try {
    const { ids, read = true } = JSON.parse(text || '{}');
    const valid = (ids === undefined || idsGuard(ids)) && typeof read === 'boolean';
    return valid ? { ids, read } : undefined;
  } catch {
    return undefined;
  }
}

const badChoice = { error: 'The body must be JSON such as {"ids": ["m00000001"]}' };

/** The routes below `/api/v1/messages`: list, search, mark, delete, wait. */
export function messagesRoutes(mailbox: Mailbox): Hono {
  const routes = new Hono();

  routes.get('/', (context) => {
    const { to, query, limit, start } = context.req.query();
    const found = mailbox.list().filter(messagePredicate({ to, query }));
    const first = whole(start, 0);
    const page = found.slice(first, first + whole(limit, defaultLimit));
    return context.json({
      total: found.length,
      unread: found.filter((message) => !message.read).length,
      start: first,
      messages: page.map(summaryOf),
    });
  });

  routes.get('/wait', async (context) => {
    const { to, after, timeout = '30' } = context.req.query();
    const seconds = Number(timeout);
    if (!to) {
      return context.json({ error: 'Say whose mail to wait for: ?to=ADDRESS' }, 400);
    }
    if (!(seconds >= 0 && seconds <= mostSeconds)) {
      return context.json({ error: `timeout must be 0 to ${mostSeconds} seconds` }, 400);
    }
    if (after && !/^m\d+$/.test(after) && Number.isNaN(Date.parse(after))) {
      return context.json({ error: 'after must be the id of a mail or an ISO 8601 time' }, 400);
    }
    const signal = context.req.raw.signal;
    const wait = { to, after: after || undefined };
    const message = await waitForMessage(mailbox, wait, seconds * 1000, signal);
    return message
      ? context.json(message)
      : context.json({ error: `No mail to ${to} came in ${seconds} seconds` }, 408);
  });

  routes.put('/', async (context) => {
    const choice = readChoice(await context.req.text());
    if (!choice) {
      return context.json(badChoice, 400);
    }
    mailbox.mark(choice.ids ?? mailbox.list().map(({ id }) => id), choice.read ?? true);
    return context.body(null, 204);
  });

  routes.delete('/', async (context) => {
    const choice = readChoice(await context.req.text());
    if (!choice) {
      return context.json(badChoice, 400);
    }
    const { to, query } = context.req.query();
    const chosen = choice.ids && new Set(choice.ids);
    const ids = mailbox
      .list()
      .filter(messagePredicate({ to, query }))
      .map(({ id }) => id)
      .filter((id) => !chosen || chosen.has(id));
    return context.json({ deleted: mailbox.remove(ids) });
  });

  return routes;
}

/** The routes below `/api/v1/message`: one mail, by its id or as `latest`. */
export function messageRoutes(mailbox: Mailbox): Hono {
  const routes = new Hono();
  const find = (id: string): Message | undefined =>
    id === 'latest' ? mailbox.newest() : mailbox.get(id);
  const unknown = { error: 'There is no such mail' };

  routes.get('/:id', (context) => {
    const message = find(context.req.param('id'));
    return message ? context.json(message) : context.json(unknown, 404);
  });

  routes.delete('/:id', (context) => {
    const message = find(context.req.param('id'));
    if (!message) {
      return context.json(unknown, 404);
    }
    mailbox.remove([message.id]);
    return context.body(null, 204);
  });

  return routes;
}

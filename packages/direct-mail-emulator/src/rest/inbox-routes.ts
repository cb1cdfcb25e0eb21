import { type Context, Hono } from 'hono';
import { inboxAsset } from '../inbox-assets.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';

/** The page runs its own script and style, talks to this server, and shows mails in frames. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * A mail runs nothing, loads nothing from anywhere and belongs to no origin; its links open in a
 * window of their own. Scripts are kept out by `script-src`, not by the sandbox: tools that look into
 * frames (accessibility checkers, test runners) wait for ever in one that the sandbox forbids scripts.
 */
const mailPolicy = [
  'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * A mail as it goes into its frame: its links open outside, for inside they would lead nowhere, and
 * without `<meta>`, which could send the frame elsewhere.
 */
function framed(html: string): string {
  return `<!doctype html><base target="_blank">${html.replace(/<meta(?=[\s/>])/gi, '<x-meta')}`;
}

const safe = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

/** Gives a file of the inbox page. */
export async function inboxPage(context: Context, name = 'index.html'): Promise<Response> {
  const asset = await inboxAsset(name);
  if (!asset) {
    return context.notFound();
  }
  return context.body(asset.content, 200, {
    ...safe,
    'content-type': asset.type,
    'content-security-policy': pagePolicy,
    'cache-control': 'no-cache',
  });
}

/** The inbox's files, and `/view/{id}`: a mail for a person (`.html` and `.txt`: its body alone). */
export function inboxRoutes(mailbox: Mailbox): Hono {
  const routes = new Hono();
  const find = (id: string) => (id === 'latest' ? mailbox.newest() : mailbox.get(id));

  routes.get('/inbox/:name', (context) => inboxPage(context, context.req.param('name')));

  routes.get('/view/:file', (context) => {
    const [, id = '', kind] = /^(\w+)(?:\.(html|txt))?$/.exec(context.req.param('file')) ?? [];
    if (!kind) {
      return inboxPage(context);
    }
    const message = find(id);
    if (!message) {
      return context.notFound();
    }
    const html = kind === 'html';
    return context.body(html ? framed(message.html) : message.text, 200, {
      ...safe,
      'content-type': `text/${html ? 'html' : 'plain'}; charset=utf-8`,
      'content-security-policy': mailPolicy,
    });
  });

  return routes;
}

import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Connection } from './api/connection.ts';
import type { DirectMailApi } from './api/direct-mail-api.ts';
import type { Faults } from './faults/faults.ts';
import type { Mailbox } from './mailbox/mailbox.ts';
import { eventsRoute } from './rest/events-route.ts';
import { faultsRoutes } from './rest/faults-routes.ts';
import { inboxPage, inboxRoutes } from './rest/inbox-routes.ts';
import { type EmulatorInfo, infoRoute } from './rest/info-route.ts';
import { localOnly } from './rest/local-only.ts';
import { messageRoutes, messagesRoutes } from './rest/messages-routes.ts';

interface Env {
  Bindings: HttpBindings;
}

/** Bytes of a request at most: two bodies of 8 MB, each byte of them written as `%XX`. */
const mostBytes = 2 * 3 * 8 * 1024 * 1024;

function isPageVisit({ req }: Context): boolean {
  return (
    req.method === 'GET' &&
    !req.query('Action') &&
    !req.header('x-acs-action') &&
    (req.header('accept') ?? '').includes('text/html')
  );
}

/** Puts the routes together. @param host the address that the server listens on */
export function createApp(
  host: string,
  {
    api,
    mailbox,
    faults,
    info,
  }: { api: DirectMailApi; mailbox: Mailbox; faults: Faults; info: EmulatorInfo },
): Hono<Env> {
  const app = new Hono<Env>();
  const guard = localOnly(host);
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: (context) => context.json({ error: 'The request is too large' }, 413),
  });

  app.use('/api/*', guard);
  app.use('/view/*', guard);
  app.use(limit);

  app.get('/livez', (context) => context.text('ok'));
  app.get('/readyz', (context) => context.text('ok'));
  app.get('/api/v1/info', infoRoute(info));
  app.get('/api/v1/events', eventsRoute(mailbox, faults));
  app.route('/api/v1/messages', messagesRoutes(mailbox));
  app.route('/api/v1/message', messageRoutes(mailbox));
  app.route('/api/v1/faults', faultsRoutes(faults));
  app.route('/', inboxRoutes(mailbox));
  app.on(['GET', 'POST'], '/', async (context) => {
    if (isPageVisit(context)) {
      return inboxPage(context);
    }
    const { incoming, outgoing } = context.env;
    const response = await api.handle(context.req.raw, new Connection(incoming, outgoing));
    return response ?? RESPONSE_ALREADY_SENT;
  });

  app.notFound((context) => context.json({ error: 'There is nothing at this address' }, 404));
  app.onError((error, context) => {
    // A caller who leaves while sending is no failure. The request stays out: it could hold a code.
    if (!context.req.raw.signal.aborted) {
      console.error(`direct-mail-emulator: ${error.message}`);
    }
    return context.json({ error: 'The emulator failed; its log says why' }, 500);
  });
  return app;
}

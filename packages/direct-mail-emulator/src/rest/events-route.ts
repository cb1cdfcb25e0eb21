import type { Handler } from 'hono';
import type { Faults } from '../faults/faults.ts';
import { type Mailbox, type MailboxEvent, summaryOf } from '../mailbox/mailbox.ts';

const encoder = new TextEncoder();

/** Events that a listener may be behind: one that does not read is let go, and comes back. */
const mostBehind = 2000;

/**
 * Server-sent events for the inbox: `message` (a summary), `deleted` (`{ids}`), `read` (`{ids, read}`)
 * and `faults` (the list).
 */
export function eventsRoute(mailbox: Mailbox, faults: Faults): Handler {
  return () => {
    const stops: (() => void)[] = [];
    const stop = () => {
      for (const end of stops.splice(0)) {
        end();
      }
    };
    const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      const send = (type: string, data: unknown) => {
        controller.enqueue(encoder.encode(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`));
        if ((controller.desiredSize ?? 0) < -mostBehind) {
          stop();
          controller.close();
        }
      };
      // A first line at once, so that the page knows that it is connected.
      controller.enqueue(encoder.encode('retry: 1000\n\n'));
      const mail = (event: MailboxEvent) => {
        const { type, ...data } = event;
        send(type, event.type === 'message' ? summaryOf(event.message) : data);
      };
      stops.push(
        mailbox.listeners.add(mail),
        faults.listeners.add((list) => send('faults', list)),
      );
    };
    return new Response(new ReadableStream<Uint8Array>({ start, cancel: stop }), {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    });
  };
}

import type { Handler } from 'hono';
import type { Faults } from '../faults/faults.ts';
import { type Mailbox, type MailboxEvent, summaryOf } from '../mailbox/mailbox.ts';

const encoder = new TextEncoder();

/**
 * Server-sent events for the inbox: `message` (a summary), `deleted` (`{ids}`), `read` (`{ids, read}`)
 * and `faults` (the list).
 */
export const eventsRoute =
  (mailbox: Mailbox, faults: Faults): Handler =>
  () => {
    const stops: (() => void)[] = [];
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const send = (type: string, data: unknown) =>
          controller.enqueue(encoder.encode(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`));
        const mail = (event: MailboxEvent) => {
          const { type, ...data } = event;
          send(type, event.type === 'message' ? summaryOf(event.message) : data);
        };
        // A first line at once, so that the page knows that it is connected.
        controller.enqueue(encoder.encode('retry: 1000\n\n'));
        stops.push(mailbox.listeners.add(mail));
        stops.push(faults.listeners.add((list) => send('faults', list)));
      },
      cancel: () => {
        for (const stop of stops) stop();
      },
    });
    return new Response(stream, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    });
  };

import type { Mailbox } from './mailbox.ts';
import type { Message } from './message.ts';
import { messagePredicate } from './message-filter.ts';

/** What mail to wait for. */
export interface MessageWait {
  /** The recipient. */
  to: string;
  /**
   * Only mails after this one: an id, or a time (a mail of that very moment counts). Without it the
   * newest mail to the address will do, and a later one only when there is none yet.
   */
  after?: string | Date | undefined;
}

function isAfter(message: Message, after: string | Date): boolean {
  if (typeof after === 'string' && /^m\d+$/.test(after)) {
    return message.id > after;
  }
  return Date.parse(message.created) >= new Date(after).getTime();
}

/**
 * Gives the mail as soon as there is one, or undefined when the time is up.
 * @param timeout milliseconds @param signal ends the wait early
 */
export async function waitForMessage(
  mailbox: Mailbox,
  { to, after }: MessageWait,
  timeout: number,
  signal?: AbortSignal,
): Promise<Message | undefined> {
  const isTo = messagePredicate({ to });
  const matches = (message: Message) =>
    isTo(message) && (after === undefined || isAfter(message, after));
  const there = mailbox.list().filter(matches);
  const found = after === undefined ? there[0] : there.at(-1);
  if (found || signal?.aborted) {
    return found;
  }
  return new Promise((resolve) => {
    const end = (message?: Message) => {
      clearTimeout(timer);
      stop();
      signal?.removeEventListener('abort', abort);
      resolve(message);
    };
    const abort = () => end();
    const timer = setTimeout(abort, timeout);
    const stop = mailbox.listeners.add((event) => {
      if (event.type === 'message' && matches(event.message)) {
        end(event.message);
      }
    });
    signal?.addEventListener('abort', abort);
  });
}

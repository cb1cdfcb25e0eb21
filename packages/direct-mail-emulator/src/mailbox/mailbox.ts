import { Listeners } from '../listeners.ts';
import type { Message, MessageSummary } from './message.ts';
import { plainText, readAtMost } from './plain-text.ts';
import { usageTypeOf } from './usage-type.ts';
import { verificationCode } from './verification-code.ts';

/** What a request says of a mail; the mailbox adds the rest. */
export type NewMessage = Pick<
  Message,
  'from' | 'to' | 'bcc' | 'replyTo' | 'subject' | 'html' | 'text' | 'tag' | 'headers' | 'parameters'
>;

/** What happens in a mailbox, as listeners hear it. */
export type MailboxEvent =
  | { type: 'message'; message: Message }
  | { type: 'deleted'; ids: string[] }
  | { type: 'read'; ids: string[]; read: boolean };

/** How much a mailbox keeps: beyond it the oldest mails go. */
export interface MailboxLimits {
  messages: number;
  bytes: number;
}

/** The summary of a mail: what lists and events show. */
export function summaryOf({
  envId: _envId,
  requestId: _requestId,
  replyTo: _replyTo,
  html: _html,
  text: _text,
  parameters: _parameters,
  headers: _headers,
  ...summary
}: Message): MessageSummary {
  return summary;
}

const snippetLength = 120;

/** Keeps the newest mails in memory and tells listeners what changes. */
export class Mailbox {
  readonly #messages = new Map<string, Message>();
  /** Hear of every change. */
  readonly listeners = new Listeners<MailboxEvent>();
  readonly #limits: MailboxLimits;
  readonly #now: () => Date;
  #count = 0;
  #bytes = 0;

  constructor(limits: MailboxLimits, now: () => Date) {
    this.#limits = limits;
    this.#now = now;
  }

  get size(): number {
    return this.#messages.size;
  }

  /** The newest first. */
  list(): Message[] {
    return [...this.#messages.values()].reverse();
  }

  get(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  newest(): Message | undefined {
    return this.list()[0];
  }

  add(mail: NewMessage, requestId: string): Message {
    this.#count += 1;
    const words = mail.text ? mail.text.slice(0, readAtMost) : plainText(mail.html);
    const message: Message = {
      id: `m${String(this.#count).padStart(8, '0')}`,
      created: this.#now().toISOString(),
      ...mail,
      usageType: usageTypeOf(mail),
      code:
        verificationCode(words) ??
        verificationCode(plainText(mail.html)) ??
        verificationCode(mail.subject),
      snippet: words
        .slice(0, snippetLength * 2)
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, snippetLength),
      size: Buffer.byteLength(mail.html) + Buffer.byteLength(mail.text),
      read: false,
      envId: `6000${String(this.#count).padStart(14, '0')}`,
      requestId,
    };
    this.#messages.set(message.id, message);
    this.#bytes += message.size;
    this.listeners.emit({ type: 'message', message });
    this.#dropOldest();
    return message;
  }

  /** Deletes these mails. @returns how many there were */
  remove(ids: Iterable<string>): number {
    const removed = [...ids].filter((id) => {
      this.#bytes -= this.#messages.get(id)?.size ?? 0;
      return this.#messages.delete(id);
    });
    if (removed.length > 0) {
      this.listeners.emit({ type: 'deleted', ids: removed });
    }
    return removed.length;
  }

  clear(): void {
    this.remove([...this.#messages.keys()]);
  }

  /** Marks mails as read or unread. */
  mark(ids: Iterable<string>, read: boolean): void {
    const changed = [...ids].filter((id) => {
      const message = this.#messages.get(id);
      if (!message || message.read === read) {
        return false;
      }
      message.read = read;
      return true;
    });
    if (changed.length > 0) {
      this.listeners.emit({ type: 'read', ids: changed, read });
    }
  }

  #dropOldest(): void {
    const { messages, bytes } = this.#limits;
    const dropped: string[] = [];
    for (const [id, { size }] of this.#messages) {
      // The newest stays whatever its size.
      const fits = this.#messages.size - dropped.length <= messages && this.#bytes <= bytes;
      if (fits || dropped.length === this.#messages.size - 1) {
        break;
      }
      this.#bytes -= size;
      dropped.push(id);
    }
    for (const id of dropped) {
      this.#messages.delete(id);
    }
    if (dropped.length > 0) {
      this.listeners.emit({ type: 'deleted', ids: dropped });
    }
  }
}

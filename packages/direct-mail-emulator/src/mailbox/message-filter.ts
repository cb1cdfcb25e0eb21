import type { Message } from './message.ts';

/** Which mails to list. */
export interface MessageFilter {
  /** A recipient's whole address, in any case. */
  to?: string | undefined;
  /** Words that must all occur; `to:`, `from:`, `subject:`, `tag:`, `is:read`, `is:unread` narrow. */
  query?: string | undefined;
}

/** Search reads so much of the text: enough for any mail that a person reads. */
const searched = 20_000;

function everything(message: Message): string {
  return [
    message.subject,
    message.from.address,
    message.from.name,
    ...message.to,
    message.tag,
    message.usageType ?? '',
    message.code ?? '',
    (message.text || message.html).slice(0, searched),
  ].join('\n');
}

const fields: Readonly<Record<string, (message: Message) => string>> = {
  to: (message) => message.to.join('\n'),
  from: (message) => `${message.from.address}\n${message.from.name}`,
  subject: (message) => message.subject,
  tag: (message) => message.tag,
  is: (message) => (message.read ? 'read' : 'unread'),
};

type Predicate = (message: Message) => boolean;

function wordPredicate(word: string): Predicate {
  const [, field = '', value = ''] = /^(\w+):(.+)$/.exec(word) ?? [];
  const read = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (read && field === 'is') {
    return (message) => read(message) === value;
  }
  return read
    ? (message) => read(message).toLowerCase().includes(value)
    : (message) => everything(message).toLowerCase().includes(word);
}

/** Makes a test of the filter. Quotes keep words together. */
export function messagePredicate({ to, query }: MessageFilter): Predicate {
  const recipient = to?.trim().toLowerCase();
  const words = (query ?? '').toLowerCase().match(/(?:\w+:)?"[^"]*"|\S+/g) ?? [];
  const predicates = words.map((word) => wordPredicate(word.replaceAll('"', '')));
  if (recipient) {
    predicates.push((message) =>
      [...message.to, ...message.bcc].some((address) => address.toLowerCase() === recipient),
    );
  }
  return (message) => predicates.every((predicate) => predicate(message));
}

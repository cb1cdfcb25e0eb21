import type { Mail } from './mail.ts';
import { isAddress } from './mailbox.ts';

/** What `SingleSendMail` takes, from its page in the vendor's documentation. */
export const limits = {
  /** Characters. */
  subject: 256,
  /** Characters: what the newest SDK says and the official connector relies on. A page says "under 15". */
  fromAlias: 15,
  /** Characters. */
  replyAlias: 15,
  /** UTF-8 bytes: the smaller one of the two documented sizes of a request body. */
  body: 6 * 1024 * 1024,
} as const;

/**
 * What Direct Mail would refuse about a mail, in one sentence that repeats nothing of it, or
 * `undefined`.
 *
 * A recipient has to be one address: a list would hand the code to everybody on it.
 */
export function limitProblem(mail: Mail): string | undefined {
  const bodies = [mail.HtmlBody, mail.TextBody].filter((body) => body !== undefined);
  if (!isAddress(mail.ToAddress)) {
    return 'The recipient is not one e-mail address: correct the address and try again.';
  }
  if (!mail.Subject.trim() || mail.Subject.length > limits.subject) {
    return `The subject is empty or longer than ${limits.subject} characters: correct the subject of the e-mail template.`;
  }
  if ((mail.FromAlias?.length ?? 0) > limits.fromAlias) {
    return `The sender's name is longer than ${limits.fromAlias} characters: shorten the alias.`;
  }
  if ((mail.ReplyAddressAlias?.length ?? 0) > limits.replyAlias) {
    return `The name of the reply address is longer than ${limits.replyAlias} characters: shorten it.`;
  }
  if (mail.TagName !== undefined && !/^[\w-]{1,128}$/.test(mail.TagName)) {
    return 'The tag is not 1 to 128 letters, digits, underscores or hyphens: correct tagName of the connector.';
  }
  if (!mail.Template && !bodies.some((body) => body.trim())) {
    return 'The mail has no text: correct the content of the e-mail template.';
  }
  if (bodies.some((body) => Buffer.byteLength(body) > limits.body)) {
    return 'The body is larger than 6 MB: shorten the content of the e-mail template.';
  }
  return undefined;
}

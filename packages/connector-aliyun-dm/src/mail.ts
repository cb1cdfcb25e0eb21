import type { SendMessageData, SendMessagePayload } from '@logto/connector-kit';
import { cut, withoutControls } from './display-text.ts';
import { limits } from './limits.ts';
import { isAddress, type Mailbox, parseReplyTo, parseSender } from './mailbox.ts';
import { asIs, escapeHtml, render } from './render.ts';
import type { Settings } from './settings.ts';

/** What Logto's e-mail templates and the configured ones have in common. */
export interface MailTemplate {
  subject: string;
  content: string;
  contentType?: string;
  replyTo?: string;
  sendFrom?: string;
}

/** The parameters of `SingleSendMail` that make up one mail. */
export interface Mail {
  AccountName: string;
  AddressType: '1';
  ReplyToAddress: 'false';
  ToAddress: string;
  Subject: string;
  FromAlias?: string;
  HtmlBody?: string;
  TextBody?: string;
  ReplyAddress?: string;
  ReplyAddressAlias?: string;
  TagName?: string;
  ClickTrace?: '1';
}

/**
 * Fills the placeholders of a mailbox; neither part can break out of its place. A part that nothing
 * fills counts as absent: nobody should get a mail from `{{organization`.
 */
function fillMailbox(
  { name = '', address = '' }: Mailbox,
  payload: SendMessagePayload,
  nameLimit: number,
): Mailbox {
  const fill = (part: string) => {
    const text = withoutControls(render(part, payload, asIs))
      .replace(/[<>]/g, '')
      .trim();
    return /{{.*}}/.test(text) ? '' : text;
  };
  return { name: cut(fill(name), nameLimit) || undefined, address: fill(address) || undefined };
}

function senderOf(template: MailTemplate, payload: SendMessagePayload): Mailbox {
  return template.sendFrom
    ? fillMailbox(parseSender(template.sendFrom), payload, limits.fromAlias)
    : {};
}

/** Without a usable address there is nowhere to answer to; the code has to arrive all the same. */
function replyOf(replyTo: string, payload: SendMessagePayload): Mailbox {
  const reply = replyTo ? fillMailbox(parseReplyTo(replyTo), payload, limits.replyAlias) : {};
  return isAddress(reply.address ?? '') ? reply : {};
}

/**
 * Builds the mail. The body's values are escaped when it is HTML; subject and names lose their
 * control characters; names are cut to what the service takes.
 */
export function buildMail(
  { to, payload }: SendMessageData,
  template: MailTemplate,
  settings: Settings,
): Mail {
  const from = senderOf(template, payload);
  const reply = replyOf(template.replyTo || settings.replyTo, payload);
  const fromAlias = cut(withoutControls(settings.fromAlias).trim(), limits.fromAlias) || undefined;
  const isPlain = template.contentType === 'text/plain';
  const body = render(template.content, payload, isPlain ? asIs : escapeHtml).toWellFormed();
  return {
    AccountName: from.address ?? settings.accountName,
    AddressType: '1',
    ReplyToAddress: 'false',
    ToAddress: to,
    Subject: withoutControls(render(template.subject, payload, asIs)),
    FromAlias: from.name ?? fromAlias,
    ...(isPlain ? { TextBody: body } : { HtmlBody: body }),
    ReplyAddress: reply.address,
    ReplyAddressAlias: reply.name,
    TagName: settings.tagName,
    // Off is the service's default.
    ClickTrace: settings.clickTrace ? '1' : undefined,
  };
}

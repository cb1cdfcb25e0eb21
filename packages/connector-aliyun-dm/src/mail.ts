import type { SendMessageData, SendMessagePayload } from '@logto/connector-kit';
import type { ConfiguredTemplate } from './config.ts';
import { cut, withoutControls } from './display-text.ts';
import { limits } from './limits.ts';
import { type Mailbox, parseReplyTo, parseSender, toAddress } from './mailbox.ts';
import { asIs, escapeHtml, lacksValue, render } from './render.ts';
import type { Settings } from './settings.ts';

/** What Logto's e-mail templates and the configured ones have in common, and what only these have. */
export type MailTemplate = Omit<ConfiguredTemplate, 'usageType' | 'contentType'> & {
  contentType?: string;
};

/** The parameters of `SingleSendMail` that make up one mail. */
export interface Mail {
  AccountName: string;
  AddressType: '1';
  ReplyToAddress: 'true' | 'false';
  ToAddress: string;
  Subject: string;
  FromAlias?: string;
  HtmlBody?: string;
  TextBody?: string;
  /** JSON of `TemplateId` and `TemplateData`. */
  Template?: string;
  ReplyAddress?: string;
  ReplyAddressAlias?: string;
  TagName?: string;
  ClickTrace?: '1';
  UnSubscribeLinkType?: string;
  /** JSON of names and values. */
  Headers?: string;
  IpPoolId?: string;
}

/**
 * Fills the placeholders of a mailbox; neither part can break out of its place. A part that lacks a
 * value counts as absent: nobody should get a mail from `{{organization.name}}`.
 */
function fillMailbox(
  { name = '', address = '' }: Mailbox,
  payload: SendMessagePayload,
  nameLimit: number,
): Mailbox {
  const fill = (part: string) =>
    lacksValue(part, payload)
      ? ''
      : withoutControls(render(part, payload, asIs))
          .replace(/[<>]/g, '')
          .trim();
  return { name: cut(fill(name), nameLimit) || undefined, address: toAddress(fill(address)) };
}

/**
 * Name and address of the sender, as the kit chooses them: an address without a name has none, and
 * without an address the connector's own one counts.
 */
function senderOf(
  template: MailTemplate,
  payload: SendMessagePayload,
  { accountName, fromAlias }: Settings,
): Mailbox {
  if (!template.sendFrom) {
    return { name: fromAlias, address: accountName };
  }
  const { name, address } = fillMailbox(parseSender(template.sendFrom), payload, limits.fromAlias);
  return { name: address ? name : (name ?? fromAlias), address: address ?? accountName };
}

/** Without a usable address there is nowhere to answer to; the code has to arrive all the same. */
function replyOf(replyTo: string, payload: SendMessagePayload): Mailbox {
  const reply = replyTo ? fillMailbox(parseReplyTo(replyTo), payload, limits.replyAlias) : {};
  return reply.address ? reply : {};
}

/** The content in HTML or in plain text or in both, or the template of Direct Mail with its data. */
function contentOf(template: MailTemplate, payload: SendMessagePayload) {
  const { content = '', contentType, text, templateId, templateData = {} } = template;
  const isPlain = contentType === 'text/plain';
  const write = (body: string) => render(body, payload, isPlain ? asIs : escapeHtml).toWellFormed();
  if (templateId) {
    const data = Object.entries(templateData).map(([name, value]) => [name, write(value)]);
    const TemplateData = Object.fromEntries(data);
    return { Template: JSON.stringify({ TemplateData, TemplateId: templateId }) };
  }
  return isPlain
    ? { TextBody: write(content) }
    : {
        HtmlBody: write(content),
        ...(text && { TextBody: render(text, payload, asIs).toWellFormed() }),
      };
}

/**
 * Builds the mail. Values are escaped where they stand in HTML; subject and names lose their control
 * characters; names are cut to what the service takes.
 */
export function buildMail(
  { to, payload }: SendMessageData,
  template: MailTemplate,
  settings: Settings,
): Mail {
  const from = senderOf(template, payload, settings);
  const reply = replyOf(template.replyTo || settings.replyTo, payload);
  const { headers, ipPoolId, replyToAddress, tagName, unSubscribeLinkType } = settings;
  return {
    AccountName: from.address ?? settings.accountName,
    AddressType: '1',
    ReplyToAddress: replyToAddress && !reply.address ? 'true' : 'false',
    ToAddress: toAddress(to) ?? to,
    Subject: withoutControls(render(template.subject, payload, asIs)),
    FromAlias: from.name,
    ...contentOf(template, payload),
    ReplyAddress: reply.address,
    ReplyAddressAlias: reply.name,
    TagName: tagName,
    // Off is the service's default.
    ClickTrace: settings.clickTrace ? '1' : undefined,
    UnSubscribeLinkType: unSubscribeLinkType,
    Headers: Object.keys(headers).length > 0 ? JSON.stringify(headers) : undefined,
    IpPoolId: ipPoolId,
  };
}

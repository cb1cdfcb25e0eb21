import type { NewMessage } from '../mailbox/mailbox.ts';
import { ApiError, invalidParameter, missingParameter } from './api-error.ts';
import type { ApiRequest } from './api-request.ts';
import { readHeaders } from './json-parameters.ts';
import { domainOf, isMailAddress, readAddresses } from './mail-addresses.ts';
import { type MailTemplate, readContent } from './mail-content.ts';

/** What is set up in the console of the emulated account. */
export interface Account {
  senders: readonly string[];
  templates: Readonly<Record<string, MailTemplate>>;
}

const choices: Readonly<Record<string, readonly string[]>> = {
  AddressType: ['0', '1'],
  ReplyToAddress: ['true', 'false'],
  ClickTrace: ['0', '1'],
  DomainAuth: ['true', 'false'],
  UnSubscribeLinkType: ['disabled', 'default', 'zh-cn', 'en-us'],
  UnSubscribeFilterLevel: ['disabled', 'default', 'mailfrom', 'mailfrom_domain', 'edm_id'],
};

const mandatory = ['AccountName', 'AddressType', 'ReplyToAddress', 'ToAddress'];

const limits = { recipients: 100, blindCopies: 2, subject: 256, fromAlias: 14, replyAlias: 15 };

/** Characters as a person counts them, not UTF-16 units. */
function lengthOf(text: string): number {
  return [...text].length;
}

function checkSender(parameters: ReadonlyMap<string, string>, senders: readonly string[]): string {
  const given = parameters.get('AccountName') ?? '';
  const name = given.toLowerCase();
  // With domain-level authentication AccountName is the domain, and the last line names its sender.
  const domainWide = parameters.get('DomainAuth') === 'true';
  const known = domainWide
    ? senders.some((sender) => domainOf(sender) === name)
    : senders.some((sender) => sender.toLowerCase() === name);
  if (!known) {
    throw new ApiError('InvalidMailAddress.NotFound');
  }
  return domainWide ? `domain-auth-created-by-system@${given}` : given;
}

function checkTag(parameters: ReadonlyMap<string, string>): string {
  const tag = parameters.get('TagName') ?? '';
  if (tag && !/^[\w-]{1,128}$/.test(tag)) {
    throw invalidParameter('TagName');
  }
  if (!tag && parameters.get('ClickTrace') === '1') {
    throw missingParameter('TagName');
  }
  return tag;
}

function replyTo(parameters: ReadonlyMap<string, string>): string | null {
  const address = parameters.get('ReplyAddress') ?? '';
  const alias = parameters.get('ReplyAddressAlias') ?? '';
  if (address && !isMailAddress(address)) {
    throw new ApiError('EmailFormatError');
  }
  if (lengthOf(alias) > limits.replyAlias) {
    throw invalidParameter('ReplyAddressAlias');
  }
  return address ? (alias ? `"${alias}" <${address}>` : address) : null;
}

// Credentials are nobody's business, not even that of the inbox.
const secret = new Set(['Signature', 'SecurityToken']);

/** Checks every parameter of `SingleSendMail` and makes the mail of them. @throws {ApiError} */
export function singleSendMail(
  { parameters, inQuery }: ApiRequest,
  { senders, templates }: Account,
): NewMessage {
  for (const name of mandatory) {
    if (!parameters.get(name)) {
      throw missingParameter(name);
    }
  }
  for (const [name, values] of Object.entries(choices)) {
    const value = parameters.get(name);
    if (value && !values.includes(value.toLowerCase())) {
      throw invalidParameter(name, `It must be one of: ${values.join(', ')}.`);
    }
  }
  const sender = checkSender(parameters, senders);
  const to = readAddresses(parameters.get('ToAddress') ?? '', limits.recipients);
  const blind = parameters.get('BccAddress');
  const { subject, html, text } = readContent(parameters, inQuery, templates);
  if (!subject) {
    throw missingParameter('Subject');
  }
  if (lengthOf(subject) > limits.subject || /[\r\n]/.test(subject)) {
    throw new ApiError('InvalidSubject.Malformed');
  }
  const alias = parameters.get('FromAlias') ?? '';
  if (lengthOf(alias) > limits.fromAlias || /[\r\n]/.test(alias)) {
    throw new ApiError('InvalidFromAlias.Malformed');
  }
  return {
    from: { address: sender, name: alias },
    to,
    bcc: blind ? readAddresses(blind, limits.blindCopies) : [],
    replyTo: replyTo(parameters),
    subject,
    html,
    text,
    tag: checkTag(parameters),
    headers: readHeaders(parameters.get('Headers')),
    parameters: Object.fromEntries([...parameters].filter(([name]) => !secret.has(name))),
  };
}

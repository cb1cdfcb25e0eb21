import { domainToASCII } from 'node:url';
import { withoutControls } from './display-text.ts';

export interface Mailbox {
  name?: string | undefined;
  address?: string | undefined;
}

/** Dot-atoms of RFC 5321 and RFC 6531: no quotes, no empty atoms, nothing invisible. */
const local =
  /^[^\s"(),.:;<>@[\\\]\p{Cc}\p{Cf}\p{Cs}\p{Z}]+(?:\.[^\s"(),.:;<>@[\\\]\p{Cc}\p{Cf}\p{Cs}\p{Z}]+)*$/u;
const domain = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

function isAscii(text: string): boolean {
  return !/[^!-~]/.test(text);
}

/**
 * The address as it goes out, an international domain in its ASCII form, or `undefined` for what is
 * not one address of at most 254 characters (RFC 5321).
 */
export function toAddress(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254) {
    return undefined;
  }
  const name = text.slice(0, at);
  const host = text.slice(at + 1);
  const ascii = isAscii(host) || /[\p{Cc}\p{Cf}\p{Z}]/u.test(host) ? host : domainToASCII(host);
  const address = `${name}@${ascii}`;
  return local.test(name) && domain.test(ascii) && address.length <= 254 ? address : undefined;
}

export function isAddress(text: string): boolean {
  return toAddress(text) !== undefined;
}

/** A display name may stand in double quotes, which are not part of it. */
function unquote(name: string): string {
  return name.replace(/^"(.*)"$/s, '$1').trim();
}

/** `Name <address>` in its two parts, read as the kit reads it, or `undefined` for anything else. */
function splitAngle(value: string): Mailbox | undefined {
  const close = value.length - 1;
  const open = value.indexOf('<', value.lastIndexOf('>', close - 1) + 1);
  const address = value.endsWith('>') && open !== -1 ? value.slice(open + 1, close).trim() : '';
  return address ? { name: unquote(value.slice(0, open).trim()), address } : undefined;
}

/** Without control characters, and without spaces inside of placeholders, which would part them. */
function compact(template: string): string {
  return withoutControls(template)
    .replace(/{{\s*([\w.]+)\s*}}/g, '{{$1}}')
    .trim();
}

// Both are used on templates before their placeholders are filled. The kit's own helper reads what
// came out, so that an organization's name could become the sender.

/** Who a mail is from: `Name <address>`, a bare address (it has an `@` and no space), or a name. */
export function parseSender(template: string): Mailbox {
  const value = compact(template);
  const isBareAddress = value.includes('@') && !value.includes(' ');
  return splitAngle(value) ?? (isBareAddress ? { address: value } : { name: unquote(value) });
}

/**
 * Where answers go: `Name <address>`, an address, or words of which one is the address, as in
 * `Reply to support@example.com`. A placeholder stands for an address when no word has an `@`.
 */
export function parseReplyTo(template: string): Mailbox {
  const value = compact(template);
  const words = value.split(/\s+/);
  const withAt = words.findLastIndex((word) => word.includes('@'));
  const at = withAt === -1 ? words.length - 1 : withAt;
  return (
    splitAngle(value) ?? { name: unquote(words.toSpliced(at, 1).join(' ')), address: words[at] }
  );
}

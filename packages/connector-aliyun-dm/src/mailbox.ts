export interface Mailbox {
  name?: string | undefined;
  address?: string | undefined;
}

/** One address of at most 254 characters (RFC 5321), and nothing that could make it two. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;<>\p{Cc}]{1,64}@[^\s@,;<>\p{Cc}]+$/u.test(text);
}

/** A display name may stand in double quotes, which are not part of it. */
function unquote(name: string): string {
  return name.replace(/^"(.*)"$/s, '$1').trim();
}

/** `Name <address>` in its two parts, or `undefined` for anything else. */
function splitAngle(value: string): Mailbox | undefined {
  const open = value.lastIndexOf('<');
  return open !== -1 && value.endsWith('>')
    ? { name: unquote(value.slice(0, open).trim()), address: value.slice(open + 1, -1).trim() }
    : undefined;
}

// Both are used on templates before their placeholders are filled, so that no value of a payload
// can turn a name into an address.

/** Who a mail is from: `Name <address>`, a bare address (it has an `@` and no space), or a name. */
export function parseSender(template: string): Mailbox {
  const value = template.trim();
  const isBareAddress = value.includes('@') && !/\s/.test(value.replace(/{{[^{}]*}}/g, ''));
  return splitAngle(value) ?? (isBareAddress ? { address: value } : { name: value });
}

/** Where answers go: `Name <address>`, or an address, which may be a placeholder altogether. */
export function parseReplyTo(template: string): Mailbox {
  const value = template.trim();
  return splitAngle(value) ?? { address: value };
}

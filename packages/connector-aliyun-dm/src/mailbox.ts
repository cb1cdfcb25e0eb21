export type Mailbox = { name?: string | undefined; address?: string | undefined };

/**
 * Splits `Name <address>`, a bare address, or a bare name. A value with `@` and no space is an address.
 *
 * It is used on templates before their placeholders are filled, so that no value of a payload can
 * turn a name into an address.
 */
export const parseMailbox = (text: string): Mailbox => {
  const value = text.trim();
  const open = value.lastIndexOf('<');
  if (open !== -1 && value.endsWith('>')) {
    const name = unquote(value.slice(0, open).trim());
    const address = value.slice(open + 1, -1).trim();
    return { ...(name && { name }), ...(address && { address }) };
  }
  if (/^[^\s@]+@[^\s@]+$/.test(value.replace(/{{\s*([\w.]+)\s*}}/g, '{{$1}}'))) {
    return { address: value };
  }
  return value ? { name: value } : {};
};

/** A display name may stand in double quotes, which are not part of it. */
const unquote = (name: string): string => name.replace(/^"(.*)"$/s, '$1');

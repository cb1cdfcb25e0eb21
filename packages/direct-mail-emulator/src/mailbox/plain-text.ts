/** Only so much of a mail is read for its code, its snippet and its search: characters. */
export const readAtMost = 200_000;

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) {
    return entities[name.toLowerCase()] ?? whole;
  }
  const hex = /^#x/i.test(name);
  const point = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

// No pattern here reads past the next tag, so the time is linear whatever the mail holds.
const hidden = /<(style|script|head|title)\b[^<>]*>/gi;

function withoutHidden(html: string): string {
  const lower = html.toLowerCase();
  let kept = '';
  let from = 0;
  hidden.lastIndex = 0;
  for (let open = hidden.exec(html); open; open = hidden.exec(html)) {
    kept += `${html.slice(from, open.index)} `;
    const end = lower.indexOf(`</${open[1]?.toLowerCase()}`, hidden.lastIndex);
    if (end < 0) {
      return kept;
    }
    from = end;
    hidden.lastIndex = end;
  }
  return kept + html.slice(from);
}

/** The words of an HTML mail that a reader sees, without tags, styles and scripts. */
export function plainText(html: string): string {
  return withoutHidden(html.slice(0, readAtMost).replace(/<!--[\s\S]*?(?:-->|$)/g, ' '))
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(#?\w{1,8});/g, decodeEntity)
    .replace(/\s+/g, ' ')
    .trim();
}

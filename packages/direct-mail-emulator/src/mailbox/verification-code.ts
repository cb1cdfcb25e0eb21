// A run of digits that stands alone: not inside a word, a number with separators, a date or a colour.
const runs = /(?<![\w#]|\d[-.,:/])\d{4,8}(?![\w]|[-.,:/]\d)/g;

/**
 * The verification code in a text: a run of 4 to 8 digits that stands alone. The first with six
 * digits wins, otherwise the first of all.
 */
export function verificationCode(text: string): string | null {
  const candidates = text.match(runs) ?? [];
  return candidates.find((run) => run.length === 6) ?? candidates[0] ?? null;
}

/**
 * Removes what must not stand in a mail header: control characters, line separators, and those that
 * change the direction of the text around them.
 */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '');
}

/**
 * Shortens a name to at most `limit` UTF-16 units without splitting what a reader sees as one
 * character.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (short.length + segment.length > limit) {
      break;
    }
    short += segment;
  }
  return short.trimEnd();
}

/**
 * Words of a text: Chinese puts no space between them. The site takes the source of this function along into the
 * browser, so that it may use nothing outside itself.
 */
export function tokenize(text: string): string[] {
  return Array.from(
    new Intl.Segmenter('zh', { granularity: 'word' }).segment(text),
    ({ segment }) => segment,
  ).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

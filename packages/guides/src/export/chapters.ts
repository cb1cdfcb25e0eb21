import { offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';

/** A page cut at its headings of the second level; the first piece is what stands before them. */
export function chaptersOf(text: string): string[] {
  const starts = parseMarkdown(text)
    .children.filter((node) => node.type === 'heading' && node.depth === 2)
    .map((node) => offsets(node).start);
  return [0, ...starts].map((start, index) => text.slice(start, starts[index]));
}

/** These chapters of a page, by their place; `from` to before `to`, as with `slice`. */
export function chapters(text: string, from: number, to?: number): string {
  return chaptersOf(text).slice(from, to).join('');
}

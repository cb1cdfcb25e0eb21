import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { applyEdits, type Edit } from '../pages/edits.ts';

/** A page without the comments by which this repository keeps it: Markdown that anything can show. */
export function plainMarkdown(text: string): string {
  const edits: Edit[] = [];
  visit(parseMarkdown(text), 'html', (node) => {
    if (node.value.startsWith('<!--')) {
      edits.push({ ...withLine(text, node), text: '' });
    }
  });
  return applyEdits(text, edits)
    .replace(/\n{3,}/g, '\n\n')
    .trimStart();
}

/** The whole line of a node that has one to itself. */
function withLine(text: string, node: Nodes): { start: number; end: number } {
  const { start, end } = offsets(node);
  const from = text.lastIndexOf('\n', start) + 1;
  return {
    start: text.slice(from, start).trim() ? start : from,
    end: text[end] === '\n' ? end + 1 : end,
  };
}

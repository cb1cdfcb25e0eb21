import { createHash } from 'node:crypto';
import type { RootContent } from 'mdast';
import { type Directive, directivesOf, offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';

/** A part of a page that a person writes: heading, paragraph, list, quotation, table. */
export interface Prose {
  type: RootContent['type'];
  /** How many items or rows it has, or how deep a heading is: a translation has as many. */
  size: number;
  source: string;
  line: number;
  start: number;
  /** Of which English text it says to be the translation; empty to be filled in. */
  translates: Directive | undefined;
}

/** What is written by hand in a page, in order; not what stands in included parts or is generated. */
export function proseOf(text: string): Prose[] {
  const tree = parseMarkdown(text);
  const directives = new Map(directivesOf(tree).map((directive) => [directive.node, directive]));
  const found: Prose[] = [];
  let included = false;
  let above: Directive | undefined;
  for (const node of tree.children) {
    const directive = node.type === 'html' ? directives.get(node) : undefined;
    if (directive?.kind === 'include' || directive?.kind === 'end') {
      included = directive.kind === 'include';
    } else if (
      !included &&
      isProse(node) &&
      !(node.type === 'table' && above?.kind === 'settings')
    ) {
      const { start, end } = offsets(node);
      found.push({
        type: node.type,
        size: node.type === 'heading' ? node.depth : 'children' in node ? sizeOf(node) : 0,
        source: text.slice(start, end),
        line: node.position?.start.line ?? 0,
        start,
        translates: above?.kind === 'en' ? above : undefined,
      });
    }
    above = directive;
  }
  return found;
}

function isProse(node: RootContent): boolean {
  return ['heading', 'paragraph', 'list', 'blockquote', 'table'].includes(node.type);
}

function sizeOf(node: RootContent & { children: unknown[] }): number {
  return ['list', 'table'].includes(node.type) ? node.children.length : 0;
}

/** Which text this is, however its lines are broken, and apart from the code in it, which is checked by itself. */
export function proseHash(source: string): string {
  const text = source
    .replace(/^ *```.*?^ *```$/gms, '')
    .replace(/\s+/g, ' ')
    .trim();
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

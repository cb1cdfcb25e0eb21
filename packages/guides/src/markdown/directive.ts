import type { Html, Nodes, Parent, Root, RootContent } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';

/** A comment in a page that says what stands below it: `<!-- snippet: apps/nextjs/auth.ts -->`. */
export interface Directive {
  kind: 'snippet' | 'settings' | 'include' | 'end' | 'checkpoint' | 'en';
  /** What stands behind the colon. */
  value: string;
  line: number;
  /** Spaces before it: what is generated below is indented as much. */
  indent: number;
  node: Html;
  parent: Parent;
  /** The node below, if the page has one. */
  next: RootContent | undefined;
  /** The node above that a reader sees. */
  previous: RootContent | undefined;
}

const comment = /^<!--\s*(snippet|settings|include|end|checkpoint|en)\b:?\s*(.*?)\s*-->$/s;

/** All directives of a page, in order. */
export function directivesOf(tree: Root): Directive[] {
  const found: Directive[] = [];
  visitParents(tree, 'html', (node, ancestors) => {
    const [, kind, value] = comment.exec(node.value) ?? [];
    const parent = ancestors.at(-1) as Parent | undefined;
    if (!kind || value === undefined || !parent) {
      return;
    }
    const index = parent.children.indexOf(node as never);
    found.push({
      kind: kind as Directive['kind'],
      value,
      line: node.position?.start.line ?? 0,
      indent: (node.position?.start.column ?? 1) - 1,
      node,
      parent,
      next: parent.children[index + 1] as RootContent | undefined,
      previous: parent.children.slice(0, index).findLast((other) => other.type !== 'html') as
        | RootContent
        | undefined,
    });
  });
  return found;
}

/** Where a node stands in its text, in characters. */
export function offsets(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

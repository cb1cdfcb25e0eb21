import type { Code, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { parseMarkdown, parseMdx } from '../markdown/parse.ts';
import type { Block, PublishedDocument, Sentence } from './document.ts';
import { looksLike } from './looks-like.ts';

type Content = Omit<PublishedDocument, 'file'>;

/** Markdown, or MDX where it is that. */
export function readMarkdown(text: string): Content {
  return contentOf(parse(text));
}

function parse(text: string): Root {
  try {
    return parseMdx(text);
  } catch {
    // Comments and bare braces are no MDX.
    return parseMarkdown(text);
  }
}

/** What a reader sees of a tree: code, and text without it. */
export function contentOf(tree: Root): Content {
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  let order = 0;
  visit(tree, (node: Nodes) => {
    const line = node.position?.start.line ?? 0;
    order += 1;
    if (node.type === 'code') {
      const height = (node.position?.end.line ?? 0) - line + 1;
      const isFenced = height > node.value.split('\n').length;
      blocks.push({
        code: node.value,
        lang: node.lang ?? looksLike(node.value),
        title: titleOf(node),
        line: isFenced ? line + 1 : line,
        order,
      });
    } else if (isJsx(node) && /^(pre|Code)$/.test(node.name ?? '')) {
      const code = expressionIn(node) || textOf(node);
      blocks.push({ code, lang: looksLike(code), title: attributeOf(node, 'title'), line, order });
      return SKIP;
    } else if (node.type === 'heading') {
      sentences.push({
        text: textOf(node).replace(/\s*\{#[\w-]+\}$/, ''),
        line,
        order,
        kind: 'heading',
      });
    } else if (node.type === 'tableRow') {
      sentences.push({
        text: node.children.map((cell) => textOf(cell)).join(' | '),
        line,
        order,
        kind: 'row',
      });
    } else if (node.type === 'listItem') {
      const own = node.children.find((child) => child.type === 'paragraph');
      sentences.push({ text: own ? written(own) : '', line, order, kind: 'item' });
    } else if (node.type === 'paragraph') {
      sentences.push({ text: written(node), line, order, kind: 'text' });
    }
    return undefined;
  });
  // An item's paragraph is the item.
  const items = new Set(sentences.filter(({ kind }) => kind === 'item').map(({ text }) => text));
  return {
    blocks,
    sentences: sentences.filter(({ kind, text }) => kind !== 'text' || !items.has(text)),
  };
}

function titleOf({ meta }: Code): string | undefined {
  return (
    /(?:title|filename)="([^"]+)"/.exec(meta ?? '')?.[1] ?? /^\[([^\]]+)\]/.exec(meta ?? '')?.[1]
  );
}

/** With the backticks, by which a name in the text is known. */
function written(node: Nodes): string {
  if (node.type === 'inlineCode') {
    return `\`${node.value}\``;
  }
  return 'children' in node ? node.children.map((child) => written(child)).join('') : textOf(node);
}

interface Jsx {
  name: string | null;
  attributes: { name?: string; value?: unknown }[];
  children: Nodes[];
}

function attributeOf({ attributes }: Jsx, wanted: string): string | undefined {
  const value = attributes.find(({ name }) => name === wanted)?.value;
  return typeof value === 'string' ? value : undefined;
}

function isJsx(node: Nodes): node is Nodes & Jsx {
  return ['mdxJsxFlowElement', 'mdxJsxTextElement'].includes(node.type);
}

/** The code in `<code>{`…`}</code>`, with `${…}` as a placeholder. */
function expressionIn(node: Nodes & Jsx): string {
  let code = '';
  visit(node as unknown as Root, (child: Nodes) => {
    const type: string = child.type;
    if (type === 'mdxFlowExpression' || type === 'mdxTextExpression') {
      code += (child as unknown as { value: string }).value.replace(/^\s*`|`\s*$/g, '');
    }
  });
  return code.replace(/(?<!\\)\$\{[^}]*\}/g, '<placeholder>').replace(/\\([\\`$])/g, '$1');
}

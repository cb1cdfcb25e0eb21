import type { Code, ListItem, Nodes, Root, Strong } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { type Directive, directivesOf } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { type Label, labelOf } from './labels.ts';

/** Something that a reader of a guide does. */
export type Step = { line: number } & (
  | { kind: 'command'; command: string }
  | { kind: 'file'; path: string; text: string }
  | { kind: 'connector'; config: Record<string, unknown> }
  /** In the Console: these things, set to these values. */
  | { kind: 'set'; label: Label; values: string[]; others: Label[] }
  /** In the file written last: this name gets what the Console shows, or what a command prints. */
  | { kind: 'fill'; name: string; from: Label | { command: string } }
  /** What the reader does in the browser, and should see then. */
  | { kind: 'checkpoint'; actions: string[]; sees: string[]; says: string }
);

export interface Chapter {
  title: string;
  line: number;
  steps: Step[];
}

/** A guide as its reader follows it: chapter by chapter, top to bottom. */
export function readSteps(text: string): Chapter[] {
  const tree = parseMarkdown(text);
  const checkpoints = new Map<Nodes, Directive>(
    directivesOf(tree).flatMap((directive) =>
      directive.kind === 'checkpoint' ? [[directive.node, directive]] : [],
    ),
  );
  const chapters: Chapter[] = [];
  visitParents(tree, (node: Nodes, ancestors: Nodes[]) => {
    const line = node.position?.start.line ?? 0;
    if (node.type === 'heading' && node.depth <= 2) {
      chapters.push({ title: textOf(node), line, steps: [] });
    }
    const steps = chapters.at(-1)?.steps;
    if (node.type === 'code') {
      // A command inside a list is one of several ways.
      const inList = ancestors.some(({ type }) => type === 'listItem');
      steps?.push(...stepsOfCode(node, inList).map((step) => ({ ...step, line })));
    } else if (node.type === 'listItem') {
      steps?.push(...stepsOfItem(node).map((step) => ({ ...step, line })));
    } else if (checkpoints.has(node)) {
      const directive = checkpoints.get(node) as Directive;
      steps?.push({ line, ...checkpointOf(directive, ancestors.at(-1) as Root) });
    }
  });
  return chapters;
}

type Bare<T> = T extends unknown ? Omit<T, 'line'> : never;

function stepsOfCode({ lang, meta, value }: Code, inList: boolean): Bare<Step>[] {
  const [, path] = /title="([^"]+)"/.exec(meta ?? '') ?? [];
  if (path) {
    return [{ kind: 'file', path, text: `${value}\n` }];
  }
  if (lang === 'sh' && !inList) {
    return value.split('\n').map((command) => ({ kind: 'command', command }));
  }
  const json = lang === 'json' ? JSON.parse(value) : {};
  return 'accessKeyId' in json ? [{ kind: 'connector', config: json }] : [];
}

/** `**Label**: value` sets, `` `name`: **Label** `` and `` `name`: `command` `` fill in. */
function stepsOfItem(item: ListItem): Bare<Step>[] {
  const [paragraph] = item.children;
  if (paragraph?.type !== 'paragraph') {
    return [];
  }
  const bold = paragraph.children.filter((child): child is Strong => child.type === 'strong');
  const labels = bold.flatMap((child) => labelOf(textOf(child)) ?? []);
  const code = paragraph.children.flatMap((child) =>
    child.type === 'inlineCode' ? child.value : [],
  );
  const [first] = paragraph.children;
  const [label, ...others] = labels;
  if (first?.type === 'inlineCode') {
    const [name = '', command = ''] = code;
    const isFilled = /^(:|：)/.test(textOf(paragraph.children[1] ?? first));
    if (!isFilled) {
      return [];
    }
    return label
      ? [{ kind: 'fill', name, from: label }]
      : /^\w+ .+ /.test(command)
        ? [{ kind: 'fill', name, from: { command } }]
        : [];
  }
  const isSetting = first?.type === 'strong' || /^(Type|类型)/.test(textOf(first ?? paragraph));
  return label && isSetting ? [{ kind: 'set', label, values: code, others }] : [];
}

function checkpointOf({ value }: Directive, parent: Root) {
  const comments = parent.children.filter(({ type }) => type !== 'html');
  const after = parent.children.slice(
    parent.children.findIndex((child) => child.type === 'html' && child.value.includes(value)),
  );
  const quotation = after.find((child) => child.type === 'blockquote' && comments.includes(child));
  const sees: string[] = [];
  if (quotation) {
    visitParents(quotation, 'strong', (strong) => {
      sees.push(textOf(strong).replace(/\s+/g, ' '));
    });
  }
  return {
    kind: 'checkpoint' as const,
    actions: value.split(/\s*;\s*/),
    // The first is the word "Checkpoint" itself.
    sees: sees.slice(1),
    says: quotation ? textOf(quotation).replace(/\s+/g, ' ') : '',
  };
}

import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Directive, directivesOf, offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { diffOf, type Problem } from '../problem.ts';
import type { Repository } from '../repository.ts';
import { environmentProblems } from '../values/environment.ts';
import { jsonProblems } from '../values/json.ts';
import { settingsTable } from '../values/settings.ts';
import { applyEdits, type Edit, indented } from './edits.ts';
import { withIncludes } from './include.ts';
import { fence, parseReference, resolveSnippet, type SnippetReference } from './snippet.ts';

/** A page as it should be, what is wrong with it apart from that, and what it quotes. */
export interface SyncedPage {
  file: string;
  text: string;
  problems: Problem[];
  /** What differs between the page and what it should be. */
  stale: Problem[];
  quoted: SnippetReference[];
}

/** Brings everything that a page takes from elsewhere up to date: included parts, code, tables of settings. */
export async function syncPage(repository: Repository, file: string): Promise<SyncedPage> {
  const before = repository.read(file) ?? '';
  const problems: Problem[] = [];
  const stale: Problem[] = [];
  const quoted: SnippetReference[] = [];
  const included = withIncludes(repository, file, before, problems, stale);
  const tree = parseMarkdown(included);
  const generated = new Set<unknown>();
  const edits: Edit[] = [];

  const put = (directive: Directive, is: string | undefined, should: string, what: string) => {
    const { node, next, indent, line } = directive;
    if (is !== should) {
      const message = `${what} is not what it should be: pnpm docs:sync`;
      stale.push({ file, line: line + 1, message, diff: diffOf(is ?? '', should) });
    }
    const { end } = offsets(node);
    const below = is === undefined || !next ? end : offsets(next).end;
    edits.push({
      start: end,
      end: below,
      text: `\n${' '.repeat(indent)}${indented(should, indent)}`,
    });
  };

  for (const directive of directivesOf(tree)) {
    const { kind, value, line, next } = directive;
    if (kind === 'snippet') {
      const reference = parseReference(value);
      const snippet = reference
        ? resolveSnippet(repository, reference)
        : { problem: `"${value}" names no file` };
      if (next?.type === 'code') {
        generated.add(next);
      }
      if ('problem' in snippet || !reference) {
        problems.push({ file, line, message: 'problem' in snippet ? snippet.problem : value });
        continue;
      }
      quoted.push(reference);
      problems.push(...(await valueProblems(repository, file, line, reference, snippet.code)));
      if (snippet.title && !namesFile(directive, snippet.title)) {
        const message = `the text above the block does not name \`${snippet.title}\`, the file that it goes to`;
        problems.push({ file, line, message });
      }
      const block = fence(snippet);
      const is = next?.type === 'code' ? sourceOf(included, next, directive.indent) : undefined;
      put(directive, is, block, `the block from ${value}`);
    } else if (kind === 'settings') {
      const table = await settingsTable(repository, value, file);
      if (!table) {
        problems.push({ file, line, message: `there is no table of settings "${value}"` });
        continue;
      }
      const is = next?.type === 'table' ? sourceOf(included, next, directive.indent) : undefined;
      put(directive, is, table, `the table of settings "${value}"`);
    }
  }
  visit(tree, 'code', (node) => {
    if (!generated.has(node)) {
      const line = node.position?.start.line ?? 0;
      problems.push({
        file,
        line,
        message: 'this block comes from nowhere: quote it from code that runs',
      });
    }
  });
  return { file, text: applyEdits(included, edits), problems, stale, quoted };
}

function sourceOf(text: string, node: Parameters<typeof offsets>[0], indent: number): string {
  const { start, end } = offsets(node);
  return text.slice(start, end).replaceAll(`\n${' '.repeat(indent)}`, '\n');
}

function namesFile({ previous }: Directive, title: string): boolean {
  let named = false;
  if (previous) {
    visit(previous, 'inlineCode', (code) => {
      named ||= textOf(code) === title;
    });
  }
  return named;
}

async function valueProblems(
  repository: Repository,
  file: string,
  line: number,
  { file: source }: SnippetReference,
  code: string,
): Promise<Problem[]> {
  const messages = /(^|\/)\.env/.test(source)
    ? environmentProblems(code)
    : source.endsWith('.json')
      ? await jsonProblems(repository, code)
      : [];
  return messages.map((message) => ({ file, line, message: `${source}: ${message}` }));
}

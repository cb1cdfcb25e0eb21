import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Problem } from '../problem.ts';
import type { Repository } from '../repository.ts';

/** Links that lead nowhere: no such file in the repository, no such heading in the page. */
export function linkProblems(repository: Repository, file: string, text: string): Problem[] {
  const problems: Problem[] = [];
  visit(parseMarkdown(text), ['link', 'image', 'definition'], (node) => {
    if (!('url' in node) || /^[a-z]+:|^\/\//i.test(node.url)) {
      return;
    }
    const [path = '', anchor] = node.url.split('#');
    const target = path ? posix.join(posix.dirname(file), decodeURI(path)) : file;
    const line = node.position?.start.line ?? 0;
    const there = target === file ? text : repository.read(target);
    if (target !== file && !repository.has(target)) {
      problems.push({ file, line, message: `this leads to ${target}, which does not exist` });
    } else if (anchor && !anchorsOf(there ?? '').has(decodeURIComponent(anchor))) {
      problems.push({ file, line, message: `${target} has no heading "#${anchor}"` });
    }
  });
  return problems;
}

/** What GitHub and the site call a page's headings in an address. */
export function anchorsOf(text: string): Set<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  visit(parseMarkdown(text), 'heading', (heading) => {
    anchors.add(slugger.slug(textOf(heading)));
  });
  return anchors;
}

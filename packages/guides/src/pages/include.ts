import { directivesOf, offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { diffOf, type Problem } from '../problem.ts';
import type { Repository } from '../repository.ts';
import { applyEdits, type Edit } from './edits.ts';

/**
 * The page with each part between `<!-- include: parts/x.md -->` and `<!-- end include -->` as that
 * part's own file has it. The text stands in the page, so that it reads well on GitHub.
 */
export function withIncludes(
  repository: Repository,
  file: string,
  text: string,
  problems: Problem[],
  stale: Problem[],
): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const directives = directivesOf(parseMarkdown(text)).filter(
    ({ kind, value }) => kind === 'include' || (kind === 'end' && value === 'include'),
  );
  const edits: Edit[] = [];
  for (const [index, { kind, value, line, node }] of directives.entries()) {
    const end = directives[index + 1];
    if (kind === 'end') {
      continue;
    }
    const part = repository.read(`${folder}/${value}`);
    if (part === undefined) {
      problems.push({ file, line, message: `there is no part ${folder}/${value}` });
    } else if (end?.kind !== 'end') {
      problems.push({ file, line, message: 'no <!-- end include --> closes this' });
    } else {
      const place = { start: offsets(node).end, end: offsets(end.node).start };
      // Which English paragraph a translation is of, stands in the part alone.
      const should = part.replace(/^<!-- en:.*-->\n+/gm, '').trim();
      const is = text.slice(place.start, place.end).trim();
      if (is !== should) {
        const message = `the part ${value} has changed: pnpm docs:sync`;
        stale.push({ file, line, message, diff: diffOf(is, should) });
      }
      edits.push({ ...place, text: `\n\n${should}\n\n` });
    }
  }
  return applyEdits(text, edits);
}

import { offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Repository } from '../repository.ts';
import type { Mutation } from './mutation.ts';

/** In each block of a guide, the first name of several words with a letter too many. */
export function changedIdentifiers(repository: Repository, guide: string): Mutation[] {
  const file = `docs/en/${guide}.md`;
  const text = repository.read(file) ?? '';
  return parseMarkdown(text).children.flatMap((node): Mutation[] => {
    const [name] = node.type === 'code' ? (/\b[a-z]+[A-Z]\w+\b/.exec(node.value) ?? []) : [];
    if (!name) {
      return [];
    }
    const { start, end } = offsets(node);
    const changed = text.slice(start, end).replace(name, `${name}s`);
    const apply = (tree: Repository) =>
      tree.replace(file, text.slice(0, start) + changed + text.slice(end));
    return [
      {
        name: `${guide}: ${name} in the block of line ${node.position?.start.line}`,
        guide,
        synced: false,
        apply,
      },
    ];
  });
}
